package io.plumbline.reactions;

import io.plumbline.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a follow-up found, or why an outcome is changed, as typed.
 *
 * @param outcome the outcome now
 * @param words what was found or said, or why; 1 to {@value #LONGEST} characters
 * @param next the next follow-up; null if none is agreed
 */
public record ReactionUpdate(
        ReactionOutcome outcome, String words, @Nullable FollowUpPlan next) {
    /** The maximum length of the words, in characters. */
    public static final int LONGEST = 1000;

    /** @throws Refused if the words are missing or too long; the message is for the user */
    public ReactionUpdate {
        words = FollowUpPlan.text(
                ReactionField.WORDS, "The note", words, LONGEST, "Enter what you learned; it stays on record");
    }
}
