package io.plumbline.notes;

import io.plumbline.plans.PainOfVisits;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the pain that signed notes say of sessions, and of the visits of treatment plans. */
@Repository
class NotePainQuery implements PainOfVisits {
    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;

    NotePainQuery(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    @Override
    public List<Felt> findByPatient(Collection<PatientId> records) {
        return jdbc.sql("""
                        select v.plan_id, n.id, n.pain_before, n.pain_after
                        from treatment_plan p
                        join planned_visit v on v.plan_id = p.id
                        join session_note n on n.id = v.delivered_note_id
                        where p.patient_id in (:patients)""")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> new Felt(
                        new PlanId(Ids.uuid(row.getBytes("plan_id"))),
                        new NoteId(Ids.uuid(row.getBytes("id"))),
                        pain(row, "pain_before"),
                        pain(row, "pain_after")))
                .list();
    }

    /** Returns the pain after each signed session, oldest first, without what is withheld from the current user. */
    List<NoteHistoryService.PainAfter> findAfterSessions(Collection<PatientId> records) {
        return jdbc.sql("""
                        select n.treated_on, n.pain_after from session_note n
                        where n.patient_id in (:patients) and n.status in ('SIGNED', 'AWAITING_COSIGNATURE')
                          and n.pain_after is not null and not\s""" + NoteReaderQuery.WITHHELD.formatted("n.id") + """

                        order by n.treated_on, n.id""")
                .params(readers.currentUser())
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> new NoteHistoryService.PainAfter(
                        row.getObject("treated_on", LocalDate.class), row.getInt("pain_after")))
                .list();
    }

    private static @Nullable Integer pain(ResultSet row, String column) throws SQLException {
        var score = row.getInt(column);
        return row.wasNull() ? null : score;
    }
}
