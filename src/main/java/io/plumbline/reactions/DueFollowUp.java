package io.plumbline.reactions;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reaction that somebody has to look at: a follow-up whose day has come, without clinical content; for a chiropractor who
 * treats the patient also one that is severe or ongoing.
 *
 * @param standing severity, outcome and day of one that is severe or ongoing; empty for others, and for everybody else
 * @param due the follow-up; null if none is due
 */
public record DueFollowUp(
        ReactionId reaction,
        PatientId patient,
        String patientName,
        String standing,
        @Nullable Due due) {
    /**
     * A follow-up whose day has come.
     *
     * @param on the day at the clinic
     * @param at the beginning of that day
     * @param by the name of who follows up
     */
    public record Due(LocalDate on, Instant at, String by) {}

    /** Returns whether the reaction is severe or ongoing, as far as the reader is told. */
    public boolean isStanding() {
        return !standing.isEmpty();
    }
}
