package io.plumbline.safety;

import io.plumbline.shared.PatientId;
import java.time.Instant;

/**
 * A patient who was referred, and of whom nobody has said yet what was found; without the flag and without its level.
 *
 * @param referredAt when the patient was referred, or the outcome was last asked for
 * @param dueAt since when the outcome is overdue
 */
public record OverdueOutcome(PatientId patient, String patientName, Instant referredAt, Instant dueAt) {}
