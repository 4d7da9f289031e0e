package io.plumbline.recalls;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                .param(Ids.bytes(step.id()))
                .param(Ids.bytes(step.patient().value()))
                .param(Utc.of(step.at()))
                .param(Ids.bytes(step.by().value()))
                .param(step.result().name())
                .param(step.nextOn())
                .param(name(step.declineReason()))
                .param(step.note())
                .param(step.versionAfter())
                .param(step.placeBefore())
                .param(step.dueBefore())
                .param(step.attemptsBefore())
                .param(name(step.resultBefore()))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Returns the last attempt on one record, which belongs to the recall of that record. */
    Optional<RecallStep> last(PatientId patient) {
        return jdbc.sql("""
                select * from recall_step where patient_id = ? and undone_at is null
                order by patient_id desc, id desc limit 1""")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> step(row))
                .optional();
    }

    private static RecallStep step(ResultSet row) throws SQLException {
        var declined = row.getString("decline_reason");
        var before = row.getString("result_before");
        return new RecallStep(
                Ids.uuid(row.getBytes("id")),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                Utc.in(row, "done_at"),
                new StaffId(Ids.uuid(row.getBytes("done_by"))),
                RecallResult.valueOf(row.getString("result")),
                row.getObject("next_on", LocalDate.class),
                declined == null ? null : DeclineReason.valueOf(declined),
                row.getString("note"),
                row.getLong("version_after"),
                row.getInt("place_before"),
                row.getObject("due_before", LocalDate.class),
                row.getInt("attempts_before"),
                before == null ? null : RecallResult.valueOf(before));
    }

    void undo(UUID step, Instant at) {
        jdbc.sql("update recall_step set undone_at = ? where id = ? and undone_at is null")
                .params(Utc.of(at), Ids.bytes(step))
                .update();
    }

    /** Returns the attempts of a patient, whose records may be several that are read as one, newest first. */
    List<RecallStepRow> shown(Collection<PatientId> records) {
        return jdbc.sql("""
                select t.done_at, t.result, t.next_on, t.decline_reason, t.note, t.undone_at, s.display_name
                from recall_step t left join staff_account s on s.id = t.done_by
                where t.patient_id in (:records) order by %s limit :most""".formatted(RecordOrder.by(records, "t.patient_id desc", "t.id desc")))
                .param("records", Ids.bytes(records, PatientId::value))
                .param("most", MOST_SHOWN)
                .query((row, n) -> {
                    var declined = row.getString("decline_reason");
                    var by = row.getString("display_name");
                    return new RecallStepRow(
                            Utc.in(row, "done_at"),
                            by == null ? "" : by,
                            RecallResult.valueOf(row.getString("result")),
                            row.getObject("next_on", LocalDate.class),
                            declined == null ? null : DeclineReason.valueOf(declined),
                            row.getString("note"),
                            row.getObject("undone_at") != null);
                })
                .list();
    }
}
