package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.shared.Count;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The answers that are copied from a form that was filled in elsewhere, whose items may not be shown. */
final class EntryFields implements AnswerFields {
    private final OutcomeMeasure measure;
    private final List<TextField> fields;
    private final Component before = Ui.text("muted", "");
    private final Component content;

    EntryFields(OutcomeMeasure measure) {
        this.measure = measure;
        fields = measure.entries().stream().map(TextField::new).toList();
        fields.forEach(field -> field.setMaxLength(3));
        before.setVisible(false);
        content = Ui.div(
                "stack-2",
                Ui.text("muted", measure.promptAbout(AskedAbout.UNNAMED)),
                before,
                Ui.div("cluster", fields.toArray(Component[]::new)),
                Ui.text("muted small", measure.license()));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public boolean isTyped() {
        return fields.stream().anyMatch(field -> !field.getValue().isBlank());
    }

    @Override
    public Optional<MeasureAnswers> read(FormErrors errors) {
        if (!isTyped() && !before.isVisible()) {
            return Optional.empty();
        }
        var values = new ArrayList<Integer>();
        for (var field : fields) {
            var value = errors.read(field, Count::read);
            if (!errors.refuse(
                            field,
                            value == null || value < measure.lowest() || value > measure.highest(),
                            "Enter a whole number from " + measure.lowest() + " to " + measure.highest())
                    && value != null) {
                values.add(value);
            }
        }
        return values.size() == fields.size() ? Optional.of(MeasureAnswers.entries(values)) : Optional.empty();
    }

    /** Shows the answers; of a score that was entered as a mean only, the mean, since its answers are not known. */
    @Override
    public void show(MeasureAnswers answers) {
        if (answers.items().size() < fields.size()) {
            before.getElement()
                    .setText("Recorded as a mean of " + MeasureWords.number(answers.rating())
                            + " only. Enter the answers");
            before.setVisible(true);
            return;
        }
        IntStream.range(0, fields.size()).forEach(at -> answers.find(String.valueOf(at + 1))
                .ifPresent(value -> fields.get(at).setValue(MeasureWords.number(value))));
    }
}
