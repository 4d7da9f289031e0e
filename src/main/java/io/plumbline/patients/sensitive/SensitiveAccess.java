package io.plumbline.patients.sensitive;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;

/**
 * Break-glass access of a colleague to the record of a sensitive patient.
 *
 * @param by the name of the colleague
 */
public record SensitiveAccess(PatientId patient, String patientName, String by, Instant openedAt) {}
