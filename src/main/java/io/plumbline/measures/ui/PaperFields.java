package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.shared.Count;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The score of a form that was filled in elsewhere, since its items may not be shown. */
final class PaperFields implements AnswerFields {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}([.,][0-9])?");

    private final OutcomeMeasure measure;
    private final TextField first;
    private final TextField second = new TextField();
    private final Component content;

    PaperFields(OutcomeMeasure measure) {
        this.measure = measure;
        first = new TextField(
                switch (measure.form()) {
                    case SECTIONS -> "Sum of the sections";
                    case TOTAL_AND_SUBSCORE -> "Total";
                    case TOTAL, RATING, STATEMENTS, ACTIVITIES, ENTRIES -> "Score";
                });
        var line = Ui.div("cluster", first);
        switch (measure.form()) {
            case SECTIONS -> {
                second.setLabel("Sections answered");
                second.setValue("10");
                line.add(second);
            }
            case TOTAL_AND_SUBSCORE -> {
                second.setLabel("Subscore, last five items");
                line.add(second);
            }
            case TOTAL, RATING, STATEMENTS, ACTIVITIES, ENTRIES -> {}
        }
        first.setMaxLength(6);
        second.setMaxLength(3);
        content = Ui.div(
                "stack-2",
                Ui.text("muted", measure.promptAbout(AskedAbout.UNNAMED)),
                line,
                Ui.text("muted small", measure.license()));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public boolean isTyped() {
        return !first.getValue().isBlank();
    }

    @Override
    public Optional<MeasureAnswers> read(FormErrors errors) {
        return switch (measure.form()) {
            case SECTIONS -> two(errors, MeasureAnswers::sections);
            case TOTAL_AND_SUBSCORE -> two(errors, MeasureAnswers::totalAndSubscore);
            case TOTAL, RATING, STATEMENTS, ACTIVITIES, ENTRIES ->
                Optional.ofNullable(errors.read(first, PaperFields::number))
                        .map(MeasureAnswers::score)
                        .flatMap(answers -> possible(answers, first, errors));
        };
    }

    private Optional<MeasureAnswers> two(FormErrors errors, Pair pair) {
        var one = errors.read(first, Count::read);
        var other = errors.read(second, Count::read);
        if (one == null || errors.refuse(second, other == null, "Enter a whole number, digits only")) {
            return Optional.empty();
        }
        return possible(pair.of(one, other == null ? 0 : other), second, errors);
    }

    private Optional<MeasureAnswers> possible(MeasureAnswers answers, TextField at, FormErrors errors) {
        try {
            measure.score(answers);
            return Optional.of(answers);
        } catch (Refused impossible) {
            errors.refuse(at, true, impossible.sentence());
            return Optional.empty();
        }
    }

    private static BigDecimal number(String typed) {
        var text = typed.strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused("Enter a number such as 4 or 4.5");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    @Override
    public void show(MeasureAnswers answers) {
        first.setValue(answers.items().getFirst().value().stripTrailingZeros().toPlainString());
        if (answers.items().size() > 1) {
            second.setValue(
                    answers.items().getLast().value().stripTrailingZeros().toPlainString());
        }
    }

    private interface Pair {
        MeasureAnswers of(int first, int second);
    }
}
