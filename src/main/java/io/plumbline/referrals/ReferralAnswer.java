package io.plumbline.referrals;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a referral: its words, or the date of the document that has them, or both.
 *
 * @param words clinical; empty if only the document is noted
 * @param documentOn the date of the letter or report; null if there is none
 */
public record ReferralAnswer(String words, @Nullable LocalDate documentOn) {
    private static final int WORDS = 4000;

    /** @throws Refused if both are missing, or the words are too long; the message is for the user */
    public ReferralAnswer {
        words = TextLimit.optional("The answer", words, WORDS);
        if (TextLimit.isBlank(words) && documentOn == null) {
            throw new Refused(ReferralField.ANSWER, "Enter what was answered, or the date of the document");
        }
    }
}
