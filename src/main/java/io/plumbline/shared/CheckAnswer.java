package io.plumbline.shared;

import jakarta.persistence.Embeddable;

/**
 * What was answered to a {@link SigningCheck}, kept with the signature and covered by it.
 *
 * @param code of the check
 * @param question as it was asked, so that it reads the same when the check is worded anew
 * @param answer one line, 1 to 200 characters
 */
@Embeddable
public record CheckAnswer(String code, String question, String answer) {
    /** The longest answer, in characters. */
    public static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException if the answer is blank or too long, in words for who typed it
     */
    public CheckAnswer {
        answer = TextLimit.required("The answer", answer, LONGEST);
    }
}
