package io.plumbline.access;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The patients whose records a user may see. Every query for patients carries it; a query for clinical records
 * carries only its {@code patients}.
 *
 * @param clinics clinics whose patients managers and the front desk see without clinical content
 * @param patients patients whom clinicians in relation to them see with clinical content; of a patient whose records
 *     were merged, each record
 * @param merged those of the patients that are read as part of another record, and are in no list of people
 */
public record PatientScope(Set<ClinicId> clinics, Set<PatientId> patients, Set<PatientId> merged) {
    public PatientScope {
        clinics = Set.copyOf(clinics);
        patients = Set.copyOf(patients);
        merged = Set.copyOf(merged);
    }

    /** Creates a scope without merged records, or of one patient, where nobody asks which of them are merged. */
    public PatientScope(Set<ClinicId> clinics, Set<PatientId> patients) {
        this(clinics, patients, Set.of());
    }

    /** Returns the patients, each person once. */
    public Set<PatientId> people() {
        if (merged.isEmpty()) {
            return patients;
        }
        return patients.stream().filter(patient -> !merged.contains(patient)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether the current user may see clinical content about this patient. */
    public boolean isClinical(PatientId patient) {
        return patients.contains(patient);
    }
}
