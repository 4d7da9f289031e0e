package io.plumbline.safety;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;

/**
 * A referred patient without a recorded outcome; without the flag and without its level.
 *
 * @param referredAt when the patient was referred, or the outcome was last requested
 * @param dueAt since when the outcome is overdue
 */
public record OverdueOutcome(PatientId patient, String patientName, Instant referredAt, Instant dueAt) {}
