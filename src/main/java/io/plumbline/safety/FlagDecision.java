package io.plumbline.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a chiropractor decides on a red flag.
 *
 * @param to one of {@link FlagStatus#DECISIONS}; the referral that it is already says that its outcome was asked for
 * @param reason why, at most 400 characters
 * @param until the day on which a monitored flag is raised again, at most 90 days ahead; null for every other decision
 * @param evidence who examined the patient, and what was found, where the flag is cleared; null for every other decision
 */
public record FlagDecision(
        FlagStatus to,
        String reason,
        @Nullable LocalDate until,
        @Nullable Evidence evidence) {
    /** A decision that clears nothing. */
    public FlagDecision(FlagStatus to, String reason, @Nullable LocalDate until) {
        this(to, reason, until, null);
    }

    /** Clears a flag with evidence. */
    public static FlagDecision cleared(String reason, Evidence evidence) {
        return new FlagDecision(FlagStatus.CLEARED, reason, null, evidence);
    }
}
