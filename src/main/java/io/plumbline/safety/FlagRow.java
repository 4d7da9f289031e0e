package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.UUID;

/**
 * An open red flag of a patient in relation to the caller.
 *
 * @param clinic where it was raised
 * @param raisedBy the name of who raised it
 */
public record FlagRow(
        UUID id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String flag,
        FlagLevel level,
        FlagStatus status,
        Instant raisedAt,
        String raisedBy) {}
