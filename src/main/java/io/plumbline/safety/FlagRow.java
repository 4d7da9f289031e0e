package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.UUID;

/** An open red flag of a patient in relation to the caller. */
public record FlagRow(
        UUID id,
        long version,
        PatientId patient,
        String patientName,
        String flag,
        FlagLevel level,
        FlagStatus status,
        Instant raisedAt) {}
