package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.List;

/**
 * What an author says to a {@link SigningCheck}, before it is judged.
 *
 * @param question the question that they saw
 * @param choice the label of the choice; empty where the check is answered in words alone
 * @param values what is asked with the choice, in its order
 * @param words at most {@value CheckAnswer#LONGEST} characters; may be empty
 */
public record CheckReply(String code, String question, String choice, List<String> values, String words) {
    /** @throws Refused if the words are too long, with a message for the user */
    public CheckReply {
        values = List.copyOf(values);
        words = TextLimit.optional("The answer", words, CheckAnswer.LONGEST);
    }
}
