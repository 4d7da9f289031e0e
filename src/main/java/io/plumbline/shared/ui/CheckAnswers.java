package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.signing.CheckAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The author's answers to the signing checks, shown with the record. */
public final class CheckAnswers {
    /** The heading. */
    public static final String TITLE = "Answered before signing";

    private CheckAnswers() {}

    /** Returns a card with each question and answer; empty if there are none. */
    public static Optional<Component> card(List<CheckAnswer> answers) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ui.card(TITLE, Ui.facts(facts(answers))));
    }

    /** Returns the questions and answers in turn. */
    public static String[] facts(List<CheckAnswer> answers) {
        return answers.stream()
                .flatMap(answer -> Stream.of(answer.question(), answer.answer()))
                .toArray(String[]::new);
    }
}
