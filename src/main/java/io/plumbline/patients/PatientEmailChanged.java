package io.plumbline.patients;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Staff changed or deleted the e-mail address of a patient.
 *
 * @param earlier the address before
 * @param recordedAt when staff recorded that one; null if the patient gave it, or it was recorded long ago
 * @param language that the patient speaks; empty if not known
 * @param clinics at which the patient is registered
 */
public record PatientEmailChanged(
        PatientId patient, EmailAddress earlier, @Nullable Instant recordedAt, String language, Set<ClinicId> clinics) {
    public PatientEmailChanged {
        clinics = Set.copyOf(clinics);
    }
}
