package io.plumbline.patients;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Set;

/**
 * Staff changed or deleted the e-mail address of a patient.
 *
 * @param earlier the address before, which is told
 * @param language that the patient speaks; empty if not known
 * @param clinics at which the patient is registered
 */
public record PatientEmailChanged(PatientId patient, EmailAddress earlier, String language, Set<ClinicId> clinics) {
    public PatientEmailChanged {
        clinics = Set.copyOf(clinics);
    }
}
