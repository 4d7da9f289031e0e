package io.plumbline.patients;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Implemented by the search of this module: finds patients by what was typed, and keeps what they are found by. */
public interface PatientSearch {
    /** Returns the first patients of some clinics who match the typed text. */
    List<PatientRow> findByClinics(Set<ClinicId> clinics, String typed, int limit);

    /** Returns the first of these patients who match the typed text. */
    List<PatientRow> findAmong(Set<PatientId> patients, String typed, int limit);

    /** Returns patients of some clinics who may be the same person as the one being added. */
    List<PossibleDuplicate> findDuplicates(PatientDraft draft, Set<ClinicId> clinics);

    /** Replaces what a patient is found by with the current data, at each clinic where the patient is registered. */
    default void keep(PatientId patient, PatientDraft draft) {
        keep(patient, Map.of(patient, draft));
    }

    /**
     * Replaces what a patient is found by, as {@link #keep(PatientId, PatientDraft)} does, with the current data of all
     * records that are read as one; with none, the patient is not found.
     */
    void keep(PatientId patient, Map<PatientId, PatientDraft> records);

    /** Lets patients be found who were just added at a clinic. */
    void keepNew(Map<PatientId, PatientDraft> patients, ClinicId clinic);

    /** Lets a patient be found at one more clinic, at which the current user has just registered the patient. */
    void foundAt(PatientId patient, ClinicId clinic);
}
