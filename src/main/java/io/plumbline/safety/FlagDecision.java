package io.plumbline.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A chiropractor's decision on a red flag.
 *
 * @param to one of {@link FlagStatus#DECISIONS}; repeating the current referral records that its outcome was requested
 * @param reason why, at most 400 characters
 * @param until the day on which a monitored flag is raised again, at most 90 days ahead; null for every other decision
 * @param evidence who examined the patient and the findings, if the flag is cleared; null for every other decision
 */
public record FlagDecision(
        FlagStatus to,
        String reason,
        @Nullable LocalDate until,
        @Nullable EvidenceDraft evidence) {
    /** Creates a decision that does not clear the flag. */
    public FlagDecision(FlagStatus to, String reason, @Nullable LocalDate until) {
        this(to, reason, until, null);
    }

    /** Creates a decision that clears a flag with evidence, or proposes to if it needs a second clinician. */
    public static FlagDecision cleared(String reason, EvidenceDraft evidence) {
        return new FlagDecision(FlagStatus.CLEARED, reason, null, evidence);
    }
}
