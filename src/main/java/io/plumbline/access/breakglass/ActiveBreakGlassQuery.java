package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds active break-glass access. */
@Component
public class ActiveBreakGlassQuery {
    private final JdbcClient jdbc;
    private final Clock clock;

    ActiveBreakGlassQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns a staff member's active break-glass access to a patient; if there are several, the one that lasts
     * longest.
     */
    public Optional<ActiveBreakGlass> findActive(StaffId staff, PatientId patient) {
        return jdbc.sql("""
                select id, until_at from break_glass_access
                where staff_id = ? and patient_id = ? and until_at > ? order by until_at desc limit 1""")
                .params(Ids.bytes(staff.value()), Ids.bytes(patient.value()), Utc.of(clock.instant()))
                .query((row, n) -> new ActiveBreakGlass(Ids.uuid(row.getBytes("id")), Utc.in(row, "until_at")))
                .optional();
    }
}
