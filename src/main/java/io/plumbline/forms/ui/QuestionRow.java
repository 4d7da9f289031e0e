package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that write one question. */
class QuestionRow implements MovableRows.Row<FormQuestion> {
    private static final String RANGE = "Enter a whole number from 0 to 1,000,000";

    private final TextField label = new TextField("Question");
    private final Select<QuestionKind> kind = new Select<>();
    private final TextField help = new TextField("Help, shown under the field");
    private final TextArea choices = new TextArea("Choices, one on each line");
    private final WholeNumber least = number("Least");
    private final WholeNumber most = number("Most");
    private final Checkbox required = new Checkbox("Required to sign");
    private final Select<QuestionAudience> audience = new Select<>();
    private final Div range = Ui.div("cluster", least.field(), most.field());
    private final Div fields = Ui.div("stack-2");
    private String id = FormQuestion.empty().id();
    private boolean isShowing;

    QuestionRow(Runnable changed) {
        label.setMaxLength(FormQuestion.LONGEST_LABEL);
        help.setMaxLength(FormQuestion.LONGEST_HELP);
        choices.setMaxLength(FormQuestion.MOST_CHOICES * (FormQuestion.LONGEST_CHOICE + 1));
        kind.setLabel("Kind of answer");
        kind.setItems(QuestionKind.values());
        kind.setItemLabelGenerator(QuestionKind::label);
        audience.setLabel("Who sees the answer");
        audience.setItems(QuestionAudience.values());
        audience.setItemLabelGenerator(QuestionAudience::label);
        audience.setWidth("min(260px, 100%)");
        Stream.of(label, help).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setWidthFull();
        });
        choices.setValueChangeMode(ValueChangeMode.LAZY);
        choices.setWidthFull();
        Runnable tell = () -> {
            if (!isShowing) {
                showKind();
                changed.run();
            }
        };
        Stream.of(label, help, choices, least.field(), most.field())
                .forEach(field -> field.addValueChangeListener(e -> tell.run()));
        kind.addValueChangeListener(e -> tell.run());
        audience.addValueChangeListener(e -> tell.run());
        required.addValueChangeListener(e -> tell.run());
        fields.add(label, Ui.div("cluster", kind, audience, required), choices, range, help);
    }

    private static WholeNumber number(String label) {
        return new WholeNumber(label, 0, FormQuestion.GREATEST_NUMBER, 1, true, RANGE);
    }

    private void showKind() {
        choices.setVisible(kind.getValue() == QuestionKind.CHOICE);
        range.setVisible(kind.getValue().hasRange());
    }

    @Override
    public Component fields() {
        return fields;
    }

    @Override
    public void show(FormQuestion question) {
        isShowing = true;
        id = question.id();
        Autosave.show(label, question.label());
        Autosave.show(help, question.help());
        if (!choices().equals(question.choices())) {
            choices.setValue(String.join("\n", question.choices()));
        }
        kind.setValue(question.kind());
        least.show(question.least());
        most.show(question.most());
        required.setValue(question.required());
        audience.setValue(question.audience());
        showKind();
        isShowing = false;
    }

    private List<String> choices() {
        return choices.getValue().isBlank()
                ? List.of()
                : choices.getValue().strip().lines().map(String::strip).toList();
    }

    @Override
    public FormQuestion read() {
        var hasRange = kind.getValue().hasRange();
        return new FormQuestion(
                id,
                kind.getValue(),
                label.getValue(),
                help.getValue(),
                kind.getValue() == QuestionKind.CHOICE ? choices() : List.of(),
                hasRange ? least.value() : null,
                hasRange ? most.value() : null,
                required.getValue(),
                audience.getValue());
    }

    @Override
    public void focus() {
        label.focus();
    }

    @Override
    public @Nullable String wrong() {
        if (!kind.getValue().hasRange()) {
            return null;
        }
        return least.isWrong() ? least.words() : most.isWrong() ? most.words() : null;
    }
}
