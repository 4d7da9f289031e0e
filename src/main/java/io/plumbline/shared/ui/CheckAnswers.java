package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.CheckAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the author answered before signing, shown with the record. */
public final class CheckAnswers {
    private CheckAnswers() {}

    /** Each question and its answer; empty where nothing was asked. */
    public static Optional<Component> card(List<CheckAnswer> answers) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        var lines = answers.stream()
                .flatMap(answer -> Stream.of(answer.question(), answer.answer()))
                .toArray(String[]::new);
        return Optional.of(Ui.card("Answered before signing", Ui.facts(lines)));
    }
}
