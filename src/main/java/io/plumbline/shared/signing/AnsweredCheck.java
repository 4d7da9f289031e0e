package io.plumbline.shared.signing;

import java.util.List;

/**
 * A check with an answer that may be signed.
 *
 * @param choice the code of the choice; empty where the check was answered in words alone
 * @param values what was said with the choice, in its order
 * @param words what was said besides; may be empty
 */
public record AnsweredCheck(CheckAnswer answer, String choice, List<String> values, String words) {
    public AnsweredCheck {
        values = List.copyOf(values);
    }

    /** Returns the answers, as they are signed. */
    public static List<CheckAnswer> answers(List<AnsweredCheck> answered) {
        return answered.stream().map(AnsweredCheck::answer).toList();
    }
}
