package io.plumbline.access;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.util.Set;

/**
 * Whose records a caller reaches. Every query of a patient carries it; a query of a clinical record carries its
 * {@code patients} alone.
 *
 * @param clinics whose patients are seen without clinical content, by manager and front desk
 * @param patients who are seen with clinical content, by clinicians in relation to them
 */
public record PatientScope(Set<ClinicId> clinics, Set<PatientId> patients) {
    public PatientScope {
        clinics = Set.copyOf(clinics);
        patients = Set.copyOf(patients);
    }

    /** Whether clinical content about this patient may be shown. */
    public boolean isClinical(PatientId patient) {
        return patients.contains(patient);
    }
}
