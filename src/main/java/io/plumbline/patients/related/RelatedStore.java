package io.plumbline.patients.related;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the people around patients. A row whose person is a patient counts for both of them. */
@Repository
class RelatedStore {
    private static final String LINE =
            "select id, patient_id as of_id, kind, related_patient_id as patient, name, phone from ";

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    RelatedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A related person.
     *
     * @param of whose related person it is
     */
    record Stored(
            RelatedId id,
            PatientId of,
            RelatedKind kind,
            @Nullable PatientId patient,
            String name,
            @Nullable PhoneNumber phone) {}

    void add(RelatedId id, PatientId of, RelatedDraft draft, StaffId by, Instant at) {
        jdbc.sql("""
                insert into patient_related (id, patient_id, kind, related_patient_id, name, phone, added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(of)
                .param(draft.kind().name())
                .param(draft.patient())
                .param(draft.name())
                .param(draft.phone() == null ? null : draft.phone().stored())
                .param(at)
                .param(by)
                .update();
    }

    /** Returns whether the row was there. */
    boolean remove(RelatedId id) {
        return jdbc.sql("delete from patient_related where id = ?").param(id).update() > 0;
    }

    Optional<Stored> find(RelatedId id) {
        return jdbc.sql(LINE + "patient_related where id = ?")
                .param(id)
                .query(Stored.class)
                .optional();
    }

    /**
     * Returns those of a patient, and those that name the patient, in the order in which they were added.
     *
     * @param records the records that are read as the patient
     */
    List<Stored> findByPatient(Collection<PatientId> records) {
        return jdbc.sql("""
                %s (
                    (select * from patient_related where patient_id in (:patients))
                    union (select * from patient_related where related_patient_id in (:patients))) r
                order by added_at, id limit :most""".formatted(LINE))
                .param("patients", records)
                .param("most", MOST)
                .query(Stored.class)
                .list();
    }
}
