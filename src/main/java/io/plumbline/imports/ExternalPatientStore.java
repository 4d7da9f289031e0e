package io.plumbline.imports;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores by which id of another product a patient is known, within one clinic and one source. */
@Component
class ExternalPatientStore {
    private final JdbcClient jdbc;

    ExternalPatientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A patient of an import.
     *
     * @param row from 1, without the headings
     * @param isAdded whether the import added the patient
     */
    record External(String externalId, PatientId patient, long row, boolean isAdded) {}

    /** Returns those of some ids that are known. */
    Set<String> known(ClinicId clinic, ImportSource source, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select external_id from external_patient where clinic_id = :clinic and source = :source"
                        + " and external_id in (:ids)")
                .param("clinic", clinic)
                .param("source", source.name())
                .param("ids", ids)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(ImportId id, ClinicId clinic, ImportSource source, List<External> patients) {
        if (patients.isEmpty()) {
            return;
        }
        var params = new ArrayList<Object>();
        for (var one : patients) {
            Collections.addAll(
                    params, clinic, source.name(), one.externalId(), one.patient(), id, one.row(), one.isAdded());
        }
        jdbc.sql("insert into external_patient (clinic_id, source, external_id, patient_id, import_id,"
                        + " row_number_in_file, is_added) values "
                        + String.join(",", Collections.nCopies(patients.size(), "(?, ?, ?, ?, ?, ?, ?)")))
                .params(params)
                .update();
    }

    /** Returns the patient that a row of an import became. */
    Optional<PatientId> patientOf(ImportId id, long row) {
        return jdbc.sql("select patient_id from external_patient where import_id = ? and row_number_in_file = ?")
                .params(id, row)
                .query(PatientId.class)
                .optional();
    }

    /** Returns the patient that is known by an id of another product, if the current user finds them. */
    Optional<PatientId> patientOf(ClinicId clinic, ImportSource source, String externalId) {
        return jdbc.sql("select patient_id from external_patient where clinic_id = ? and source = ?"
                        + " and external_id = ? and " + SensitivePatients.visible("external_patient.patient_id"))
                .params(clinic, source.name(), externalId)
                .query(PatientId.class)
                .optional();
    }

    /** Returns patients of an import after a row, in the order of the file. */
    List<External> find(ImportId id, long after, int limit) {
        return jdbc.sql("select external_id, patient_id, row_number_in_file, is_added from external_patient"
                        + " where import_id = ? and row_number_in_file > ? order by row_number_in_file limit ?")
                .params(id, after, limit)
                .query((row, n) -> new External(
                        row.getString(1), new PatientId(Ids.uuid(row.getBytes(2))), row.getLong(3), row.getBoolean(4)))
                .list();
    }

    /** Forgets that a patient is known by a row of an import; returns whether the patient was. */
    boolean remove(ImportId id, External one) {
        return jdbc.sql("delete from external_patient where import_id = ? and row_number_in_file = ?")
                        .params(id, one.row())
                        .update()
                > 0;
    }

    /** Forgets that a patient is known by rows of an import, by which a patient may be more than once. */
    void removeAll(ImportId id, PatientId patient) {
        jdbc.sql("delete from external_patient where import_id = ? and patient_id = ?")
                .params(id, patient)
                .update();
    }

    /** Returns whether a patient is known by the row of an import. */
    boolean isKnown(ImportId id, External one) {
        return jdbc.sql("select count(*) from external_patient where import_id = ? and row_number_in_file = ?")
                        .params(id, one.row())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
