package io.plumbline.intake;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.UUID;

/** An intake note as a clinician in relation to the patient reads it. */
public record IntakeDetails(
        UUID id,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        IntakeStatus status,
        String complaint,
        Instant createdAt) {}
