package io.plumbline.intake;

import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where it hurts from signed intake notes, of each its newest version. It asks nobody's rights: whoever calls has the chart open. */
@Repository
public class ComplaintAreaQuery {
    private final JdbcClient jdbc;

    ComplaintAreaQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the marked regions of some notes of a patient.
     *
     * @param notes if there are none, the note that was begun last counts
     */
    public Set<BodyRegion> find(Collection<PatientId> records, Collection<IntakeId> notes) {
        return jdbc
                .sql("""
                        select a.region from (
                            select n.id from intake_note n
                            where n.patient_id in (:patients) and n.signed_at is not null
                              and (:any = true or n.id in (:notes) or n.first_id in (:notes))
                              and not exists (
                                select 1 from intake_note later where later.patient_id = n.patient_id
                                  and later.amends_id = n.id and later.signed_at is not null)
                            order by n.created_at desc, n.id desc limit :most) n
                        join intake_note_area a on a.note_id = n.id""")
                .param("patients", records)
                .param("any", notes.isEmpty())
                .param("notes", notes.isEmpty() ? List.of(new byte[16]) : notes)
                .param("most", Math.max(1, notes.size()))
                .query(String.class)
                .list()
                .stream()
                .map(BodyRegion::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
