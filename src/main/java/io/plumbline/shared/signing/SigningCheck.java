package io.plumbline.shared.signing;

import java.util.List;
import java.util.Optional;

/**
 * A contradiction in a record that is about to be signed. It does not prevent signing, but the author has to answer it
 * in one line first.
 *
 * @param code the code of the check, stored with the answer
 * @param question the question, with the values that contradict each other; at most 400 characters
 * @param choices the answers to choose from; empty if it is answered in one's own words
 */
public record SigningCheck(String code, String question, List<String> choices) {
    /** Creates a check that is answered in one's own words. */
    public SigningCheck(String code, String question) {
        this(code, question, List.of());
    }

    /** Creates the answer to this check. */
    public CheckAnswer answered(String answer) {
        return new CheckAnswer(code, question, answer);
    }

    /**
     * Returns the answers to the checks, in their order; ignores answers to a question with other values.
     *
     * @throws ChecksToAnswer if a check has no answer
     */
    public static List<CheckAnswer> answersTo(List<SigningCheck> checks, List<CheckAnswer> given) {
        var open = checks.stream()
                .filter(check -> check.answerAmong(given).isEmpty())
                .toList();
        if (!open.isEmpty()) {
            throw new ChecksToAnswer(open);
        }
        return checks.stream()
                .flatMap(check -> check.answerAmong(given).stream())
                .toList();
    }

    private Optional<CheckAnswer> answerAmong(List<CheckAnswer> given) {
        return given.stream()
                .filter(answer ->
                        answer.code().equals(code) && answer.question().equals(question))
                .filter(answer -> choices.isEmpty() || choices.contains(answer.answer()))
                .findFirst();
    }
}
