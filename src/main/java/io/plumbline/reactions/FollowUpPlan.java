package io.plumbline.reactions;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;

/**
 * The next follow-up of a reaction, as typed.
 *
 * @param on the day at the clinic by which it is due
 * @param by who follows up
 * @param agreed what was agreed with the patient; 1 to {@value #LONGEST} characters
 */
public record FollowUpPlan(LocalDate on, StaffId by, String agreed) {
    /** The maximum length of what was agreed, in characters. */
    public static final int LONGEST = 400;

    /** @throws Refused if it is missing what was agreed, or that is too long; the message is for the user */
    public FollowUpPlan {
        agreed = text(
                ReactionField.FOLLOW_UP_AGREED,
                "What was agreed",
                agreed,
                LONGEST,
                "Enter what was agreed, such as a call and what it is about");
    }

    /** Returns a text that must not be blank, with the message at its field. */
    static String text(ReactionField field, String what, String typed, int most, String ifMissing) {
        var kept = TextLimit.optional(what, typed, most);
        if (TextLimit.isBlank(kept)) {
            throw new Refused(field, ifMissing);
        }
        return kept;
    }
}
