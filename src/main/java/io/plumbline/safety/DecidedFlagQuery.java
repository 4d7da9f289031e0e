package io.plumbline.safety;

import io.plumbline.access.RelationReason;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
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
                        .params(Ids.bytes(mine, PatientId::value))
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                        .single()
                        .map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /**
     * Returns the decisions that somebody made since an instant and may undo, newest first: on flags of some patients, and on
     * those that they had taken.
     */
    List<FlagDecisionRow> decided(Collection<PatientId> mine, StaffId by, Instant since) {
        var params = new ArrayList<Object>(List.of(Ids.bytes(by.value()), Utc.of(since)));
        params.addAll(Ids.bytes(mine, PatientId::value));
        return jdbc.sql("""
                select f.*, p.shown_as
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
                .query((row, n) -> new FlagDecisionRow(
                        new FlagId(Ids.uuid(row.getBytes("id"))),
                        row.getLong("version"),
                        row.getString("flag"),
                        row.getString("shown_as"),
                        FlagStatus.valueOf(row.getString("before_status")),
                        FlagStatus.valueOf(row.getString("status"))))
                .list();
    }

    private static String marks(Collection<?> some) {
        return String.join(", ", Collections.nCopies(some.size(), "?"));
    }
}
