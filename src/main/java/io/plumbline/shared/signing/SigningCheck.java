package io.plumbline.shared.signing;

import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import java.util.List;
import java.util.Optional;

/**
 * A contradiction in a record that is about to be signed. It does not prevent signing, but the author has to answer it
 * first: by one of its choices, or where it has none in their own words.
 *
 * @param code the code of the check, stored with the answer
 * @param question the question, with the values that contradict each other; at most 400 characters
 * @param choices the answers to choose from; empty if it is answered in one's own words
 */
public record SigningCheck(String code, String question, List<CheckChoice> choices) {
    public SigningCheck {
        choices = List.copyOf(choices);
    }

    /** Creates a check that is answered in one's own words. */
    public SigningCheck(String code, String question) {
        this(code, question, List.of());
    }

    /** Creates the reply in one's own words, or by the label of a choice that says all by itself. */
    public CheckReply answered(String answer) {
        return choices.isEmpty() ? chosen("", List.of(), answer) : chosen(answer, List.of(), "");
    }

    /**
     * Creates the reply by the label of a choice.
     *
     * @param values what is asked with the choice, in its order
     * @param words what is said besides; may be empty
     */
    public CheckReply chosen(String label, List<String> values, String words) {
        return new CheckReply(code, question, label, values, words);
    }

    /**
     * Returns the answers to the checks, in their order; ignores replies to a question with other values.
     *
     * @throws ChecksToAnswer if a check has no reply, or one that it does not offer
     * @throws Refused if a reply says nothing, or lacks what is asked with its choice; the message is for the user
     */
    public static List<AnsweredCheck> answersTo(List<SigningCheck> checks, List<CheckReply> given) {
        var open = checks.stream()
                .filter(check -> check.replyAmong(given).isEmpty())
                .toList();
        if (!open.isEmpty()) {
            throw new ChecksToAnswer(open);
        }
        return checks.stream()
                .flatMap(check -> check.replyAmong(given).stream().map(check::judged))
                .toList();
    }

    private Optional<CheckReply> replyAmong(List<CheckReply> given) {
        return given.stream()
                .filter(reply -> reply.code().equals(code) && reply.question().equals(question))
                .filter(reply -> choices.isEmpty()
                        ? reply.choice().isEmpty()
                        : choiceOf(reply).isPresent())
                .findFirst();
    }

    private Optional<CheckChoice> choiceOf(CheckReply reply) {
        return choices.stream()
                .filter(choice -> choice.label().equals(reply.choice()))
                .findFirst();
    }

    private AnsweredCheck judged(CheckReply reply) {
        var choice = choiceOf(reply);
        var answer = choice.map(chosen -> chosen.sentence(reply))
                .orElseGet(() -> ReasonWords.require("The answer", reply.words(), CheckAnswer.LONGEST));
        return new AnsweredCheck(
                new CheckAnswer(code, question, answer),
                choice.map(CheckChoice::code).orElse(""),
                reply.values(),
                reply.words());
    }
}
