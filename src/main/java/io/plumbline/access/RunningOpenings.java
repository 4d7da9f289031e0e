package io.plumbline.access;

import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records are open now with a reason. */
@Component
public class RunningOpenings {
    private final JdbcClient jdbc;
    private final Clock clock;

    RunningOpenings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The opening by which somebody sees a patient now, the one that lasts longest. */
    public Optional<RunningOpening> of(StaffId staff, PatientId patient) {
        return jdbc.sql("""
                select id, until_at from opening_with_reason
                where staff_id = ? and patient_id = ? and until_at > ? order by until_at desc limit 1""")
                .params(Ids.bytes(staff.value()), Ids.bytes(patient.value()), Utc.of(clock.instant()))
                .query((row, n) -> new RunningOpening(Ids.uuid(row.getBytes("id")), Utc.in(row, "until_at")))
                .optional();
    }
}
