package io.plumbline.safety;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;

/**
 * A patient with a red flag that nobody who may decide it sees, without clinical content.
 *
 * @param waitingSince when the first of these flags was raised
 */
public record UnattendedFlag(PatientId patient, String patientName, Instant waitingSince) {}
