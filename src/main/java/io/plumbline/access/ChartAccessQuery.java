package io.plumbline.access;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.OncePerTransaction;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds why a staff member may see a patient's chart now. Asks once per transaction, because one request checks the same
 * patient in several modules and in the audit trail.
 */
@Component
public class ChartAccessQuery {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction<Pair, Access> known;

    private record Pair(StaffId staff, PatientId patient) {}

    ChartAccessQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        known = new OncePerTransaction<>(this::find);
    }

    /** A break-glass access that is active. */
    public record BreakGlass(UUID id, Instant until) {}

    /**
     * Why a chart may be seen.
     *
     * @param breakGlass the active break-glass access that lasts longest; null if there is none
     */
    public record Access(boolean isByRelation, @Nullable BreakGlass breakGlass) {
        boolean isAny() {
            return isByRelation || breakGlass != null;
        }
    }

    /** Returns the access; does not keep that there is none, since the current transaction may still give it. */
    public Access find(StaffId staff, PatientId patient) {
        var pair = new Pair(staff, patient);
        var access = known.of(pair);
        if (!access.isAny()) {
            known.forget(pair);
        }
        return access;
    }

    /** Drops what is known, because the access was changed. */
    public void forget(StaffId staff, PatientId patient) {
        known.forget(new Pair(staff, patient));
    }

    private Access find(Pair pair) {
        var now = clock.instant();
        var found = jdbc.sql("""
                (select id, until_at from break_glass_access
                 where staff_id = :staff and patient_id = :patient and until_at > :now
                 order by until_at desc limit 1)
                union all
                (select null, null from patient_relation
                 where staff_id = :staff and patient_id = :patient and until_on >= :today and from_on <= :today
                 limit 1)""")
                .param("staff", Ids.bytes(pair.staff().value()))
                .param("patient", Ids.bytes(pair.patient().value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query(ChartAccessQuery::breakGlass)
                .list();
        return new Access(
                found.stream().anyMatch(Optional::isEmpty),
                found.stream().flatMap(Optional::stream).findFirst().orElse(null));
    }

    /** Returns empty for the row of a relation. */
    private static Optional<BreakGlass> breakGlass(ResultSet row, int n) throws SQLException {
        var id = row.getBytes("id");
        return id == null ? Optional.empty() : Optional.of(new BreakGlass(Ids.uuid(id), Utc.in(row, "until_at")));
    }
}
