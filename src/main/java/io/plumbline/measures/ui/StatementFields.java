package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The statements that apply today. A blank one means no, so that a form that was not read to its end looks like a better
 * score: the person says that it is finished.
 */
final class StatementFields implements AnswerFields {
    private final CheckboxGroup<Integer> statements = new CheckboxGroup<>();
    private final Checkbox finished;
    private final Component content;

    StatementFields(OutcomeMeasure measure) {
        var all = measure.items().size();
        statements.setLabel(measure.promptAbout(AskedAbout.UNNAMED));
        statements.setItems(IntStream.rangeClosed(1, all).boxed().toList());
        statements.setItemLabelGenerator(
                number -> number + ". " + measure.items().get(number - 1));
        statements.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        finished = new Checkbox("Finished: all " + all + " were read, and the blank ones do not apply");
        content = Ui.div("stack-3", statements, finished, Ui.text("muted small", measure.license()));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public boolean isTyped() {
        return !statements.isEmpty() || finished.getValue();
    }

    @Override
    public Optional<MeasureAnswers> read(FormErrors errors) {
        if (!isTyped()
                || errors.refuse(
                        finished,
                        !finished.getValue(),
                        "Read all statements, then tick this. A blank statement counts as no")) {
            return Optional.empty();
        }
        return Optional.of(MeasureAnswers.statements(statements.getValue()));
    }

    @Override
    public void show(MeasureAnswers answers) {
        statements.setValue(answers.tickedStatements());
    }
}
