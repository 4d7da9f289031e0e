package io.plumbline.notes.changes;

import io.plumbline.intake.IntakeStatus;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.notes.amendments.AmendmentKind;
import io.plumbline.notes.changes.RecordChange.Kind;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStatus;
import io.plumbline.safety.FlagStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the changes of a record in one statement, since they are read beside each note. Reads the tables of plans,
 * safety and measures directly.
 */
@Repository
class RecordChangeQuery {
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final OutcomeMeasures measures;

    RecordChangeQuery(JdbcClient jdbc, OutcomeMeasures measures) {
        this.jdbc = jdbc;
        this.measures = measures;
    }

    List<RecordChange> findSince(Collection<PatientId> records, StaffId reader, Instant since) {
        return jdbc.sql("""
                select c.*, s.display_name from (
                    select 'SESSION' as kind, n.service as what, '' as detail, n.author_id as by_id, n.signed_at as at_time
                    from session_note n where n.patient_id in (:patients) and n.signed_at > :since
                        and n.status in ('SIGNED', 'AWAITING_COSIGNATURE')
                    union all
                    select 'AMENDMENT', a.kind, '', a.signed_by, a.signed_at
                    from session_note n join session_note_amendment a on a.note_id = n.id
                    where n.patient_id in (:patients) and a.signed_at > :since
                    union all
                    select 'INTAKE', i.status, '', i.signed_by, i.signed_at
                    from intake_note i where i.patient_id in (:patients) and i.signed_at is not null
                    union all
                    select 'ALERT', l.words, '', l.added_by, l.added_at from patient_alert l where l.patient_id in (:patients)
                    union all
                    select 'PLAN_DECISION', coalesce(d.decided, ''), '', d.decided_by, d.decided_at
                    from treatment_plan t join plan_decision d on d.plan_id = t.id where t.patient_id in (:patients)
                    union all
                    select 'PLAN_STATUS', m.to_status, '', m.moved_by, m.moved_at
                    from treatment_plan t join plan_move m on m.plan_id = t.id where t.patient_id in (:patients)
                    union all
                    select 'FLAG', f.flag, 'RAISED', f.raised_by, f.raised_at from red_flag f where f.subject_id in (:patients)
                    union all
                    select 'FLAG', f.flag, t.status, t.taken_by, t.taken_at
                    from red_flag f join red_flag_step t on t.flag_id = f.id where f.subject_id in (:patients)
                    union all
                    select 'SCORE', o.measure, '', o.recorded_by, o.recorded_at
                    from outcome_score o where o.patient_id in (:patients) and o.status = 'FINAL' and o.note_id is null
                ) c left join staff_account s on s.id = c.by_id
                where c.at_time > :since and c.by_id <> :reader
                order by c.at_time desc limit :most""")
                .param("patients", records)
                .param("reader", reader)
                .param("since", since)
                .param("most", MOST)
                .query((row, n) -> change(row))
                .list();
    }

    private RecordChange change(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        return new RecordChange(
                kind,
                words(kind, row.getString("what"), row.getString("detail")),
                Objects.requireNonNullElse(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                Utc.in(row, "at_time"));
    }

    private String words(Kind kind, String what, String detail) {
        return switch (kind) {
            case SESSION -> AppointmentType.valueOf(what).label();
            case AMENDMENT -> lower(AmendmentKind.valueOf(what).label());
            case INTAKE -> lower(IntakeStatus.valueOf(what).label());
            case ALERT -> what;
            case PLAN_DECISION ->
                what.isEmpty() ? "re-evaluated" : lower(Step.valueOf(what).label());
            case PLAN_STATUS -> lower(PlanStatus.valueOf(what).label());
            case FLAG -> what + ", " + lower(FlagStatus.valueOf(detail).label());
            case SCORE -> measures.require(what).name();
        };
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
