package io.plumbline.safety;

import io.plumbline.access.RelationReason;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which red flags were decided last, and which decisions somebody may undo. */
@Repository
class DecidedFlagQuery {
    private final JdbcClient jdbc;

    DecidedFlagQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the last flag of some patients was decided. */
    Optional<Instant> lastDecided(Collection<PatientId> mine) {
        return mine.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select max(decided_at) from red_flag where subject_id in (" + marks(mine) + ")")
                        .params(List.copyOf(mine))
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                        .single()
                        .map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /**
     * Returns the decisions that somebody made since an instant and may undo, newest first: on flags of some patients, and on
     * those that they had taken.
     */
    List<FlagDecisionRow> decided(Collection<PatientId> mine, StaffId by, Instant since) {
        var params = new ArrayList<Object>(List.of(by, since));
        params.addAll(mine);
        return jdbc.sql("""
                select f.id as flag_id, f.version, f.flag as flag_name, p.shown_as as patient_name,
                    f.before_status as `before`, f.status as decided
                from (select * from red_flag where decided_by = ? and decided_at > ? and before_status is not null
                    and (%s exists (select 1 from patient_relation t where t.staff_id = red_flag.decided_by
                        and t.patient_id = red_flag.subject_id and t.reason = '%s' and t.source_id = red_flag.id) and %s)
                    order by decided_by, decided_at desc limit 20) f
                left join patient p on p.id = f.subject_id
                order by f.decided_at desc""".formatted(
                                mine.isEmpty() ? "" : "subject_id in (" + marks(mine) + ") or",
                                RelationReason.TAKEN_FLAG,
                                SensitivePatients.visible("red_flag.subject_id")))
                .params(params)
                .query(FlagDecisionRow.class)
                .list();
    }

    private static String marks(Collection<?> some) {
        return String.join(", ", Collections.nCopies(some.size(), "?"));
    }
}
