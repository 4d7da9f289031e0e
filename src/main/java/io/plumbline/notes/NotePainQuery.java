package io.plumbline.notes;

import io.plumbline.plans.PainOfVisits;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
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
                        select v.plan_id, n.id as note_id, n.pain_before as arrived, n.pain_after as `left`
                        from treatment_plan p
                        join planned_visit v on v.plan_id = p.id
                        join session_note n on n.id = v.delivered_note_id
                        where p.patient_id in (:patients)""").param("patients", records).query(Felt.class).list();
    }

    /** Returns the pain after each signed session, oldest first, without what is withheld from the current user. */
    List<NoteHistoryService.PainAfter> findAfterSessions(Collection<PatientId> records) {
        return jdbc.sql("""
                        select n.treated_on as `on`, n.pain_after as pain from session_note n
                        where n.patient_id in (:patients) and n.status in ('SIGNED', 'AWAITING_COSIGNATURE')
                          and n.pain_after is not null and not\s""" + NoteReaderQuery.WITHHELD.formatted("n.id") + """

                        order by n.treated_on, n.id""")
                .params(readers.currentUser())
                .param("patients", records)
                .query(NoteHistoryService.PainAfter.class)
                .list();
    }
}
