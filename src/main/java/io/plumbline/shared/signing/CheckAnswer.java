package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;

/**
 * The answer to a {@link SigningCheck}; stored with the signature and covered by it.
 *
 * @param code the code of the check
 * @param question the question as it was asked, so that later changes of its wording do not alter the record
 * @param answer one line, 1 to 200 characters
 */
@Embeddable
public record CheckAnswer(String code, String question, String answer) {
    /** The maximum length of an answer, in characters. */
    public static final int LONGEST = 200;

    /** @throws Refused if the answer is blank or too long, with a message for the user */
    public CheckAnswer {
        answer = TextLimit.required("The answer", answer, LONGEST);
    }

    /** Returns its part of the text that a signature covers; frozen with the forms of which it is a part. */
    public SignedText text() {
        return new SignedText().put("answer", answer).put("code", code).put("question", question);
    }
}
