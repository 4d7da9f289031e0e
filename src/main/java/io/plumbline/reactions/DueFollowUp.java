package io.plumbline.reactions;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A follow-up whose day has come, without clinical content.
 *
 * @param on the day at the clinic
 * @param at the beginning of that day
 * @param by the name of who follows up
 */
public record DueFollowUp(
        ReactionId reaction, PatientId patient, String patientName, LocalDate on, Instant at, String by) {}
