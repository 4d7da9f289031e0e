package io.plumbline.recalls;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the contact attempts; a row is never changed but for the mark that it was undone. */
@Repository
class RecallStepStore {
    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;

    RecallStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RecallStep step) {
        jdbc.sql("""
                insert into recall_step (id, patient_id, done_at, done_by, result, next_on, decline_reason, note,
                    version_after, place_before, due_before, attempts_before, result_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(step.id())
                .param(step.patient())
                .param(step.at())
                .param(step.by())
                .param(step.result())
                .param(step.nextOn())
                .param(step.declineReason())
                .param(step.note())
                .param(step.versionAfter())
                .param(step.placeBefore())
                .param(step.dueBefore())
                .param(step.attemptsBefore())
                .param(step.resultBefore())
                .update();
    }

    /** Returns the last attempt on one record, which belongs to the recall of that record. */
    Optional<RecallStep> last(PatientId patient) {
        return jdbc.sql("""
                select t.*, done_at as at, done_by as `by` from recall_step t where patient_id = ? and undone_at is null
                order by patient_id desc, id desc limit 1""").param(patient).query(RecallStep.class).optional();
    }

    void undo(UUID step, Instant at) {
        jdbc.sql("update recall_step set undone_at = ? where id = ? and undone_at is null")
                .params(at, step)
                .update();
    }

    /** Returns the attempts of a patient, whose records may be several that are read as one, newest first. */
    List<RecallStepRow> shown(Collection<PatientId> records) {
        return jdbc.sql("""
                select t.done_at as at, coalesce(s.display_name, '') as by_name, t.result, t.next_on, t.decline_reason, t.note,
                    t.undone_at is not null as is_undone
                from recall_step t left join staff_account s on s.id = t.done_by
                where t.patient_id in (:records) order by %s limit :most""".formatted(RecordOrder.by(records, "t.patient_id desc", "t.id desc")))
                .param("records", records)
                .param("most", MOST_SHOWN)
                .query(RecallStepRow.class)
                .list();
    }
}
