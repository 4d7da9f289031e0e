package io.plumbline.access;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Set;

/**
 * The patients whose records a caller may see. Every query for patients carries it; a query for clinical records
 * carries only its {@code patients}.
 *
 * @param clinics clinics whose patients managers and the front desk see without clinical content
 * @param patients patients whom clinicians in relation to them see with clinical content
 */
public record PatientScope(Set<ClinicId> clinics, Set<PatientId> patients) {
    public PatientScope {
        clinics = Set.copyOf(clinics);
        patients = Set.copyOf(patients);
    }

    /** Returns whether the caller may see clinical content about this patient. */
    public boolean isClinical(PatientId patient) {
        return patients.contains(patient);
    }
}
