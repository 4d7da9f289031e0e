package io.plumbline.shared;

import java.util.List;
import java.util.Optional;

/**
 * A contradiction in what is about to be signed. It does not stop the signature: its author answers it in one line first.
 *
 * @param code of the check, kept with its answer
 * @param question what is asked, with the values that contradict each other; at most 400 characters
 */
public record SigningCheck(String code, String question) {
    /** The answer to this check. */
    public CheckAnswer answered(String answer) {
        return new CheckAnswer(code, question, answer);
    }

    /**
     * The answers to these checks, in their order. An answer to a question with other values does not count.
     *
     * @throws ChecksToAnswer if one of them has no answer
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
                .findFirst();
    }
}
