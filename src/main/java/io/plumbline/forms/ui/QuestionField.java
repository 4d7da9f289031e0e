package io.plumbline.forms.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.forms.FormQuestion;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.WholeNumber;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The field that answers a question, by its kind. An empty answer is the empty text. */
final class QuestionField {
    private final FormQuestion question;
    private final Component component;
    private final Consumer<String> show;
    private final Supplier<String> read;
    private final BooleanSupplier wrong;

    private QuestionField(
            FormQuestion question,
            Component component,
            Consumer<String> show,
            Supplier<String> read,
            BooleanSupplier wrong) {
        this.question = question;
        this.component = component;
        this.show = show;
        this.read = read;
        this.wrong = wrong;
    }

    static QuestionField of(FormQuestion question, Runnable changed) {
        var field =
                switch (question.kind()) {
                    case TEXT -> text(question, changed);
                    case NUMBER -> number(question, changed);
                    case SCALE -> scale(question, changed);
                    case CHOICE -> choice(question, changed);
                    case DATE -> date(question, changed);
                    case YES_NO -> yesNo(question, changed);
                };
        if (field.component instanceof HasHelper helped) {
            helped.setHelperText(helpOf(question, helped.getHelperText()));
        }
        return field;
    }

    private static String helpOf(FormQuestion question, @Nullable String own) {
        var help = question.help().isEmpty() ? Objects.requireNonNullElse(own, "") : question.help();
        if (!question.required()) {
            return help;
        }
        return help.isEmpty() ? "Required to sign" : help + " · Required to sign";
    }

    private static QuestionField text(FormQuestion question, Runnable changed) {
        var area = new TextArea(question.label());
        area.setMaxLength(FormQuestion.LONGEST_ANSWER);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setWidthFull();
        area.addValueChangeListener(e -> changed.run());
        return new QuestionField(
                question,
                area,
                answer -> Autosave.show(area, answer),
                () -> area.getValue().strip(),
                () -> false);
    }

    private static QuestionField number(FormQuestion question, Runnable changed) {
        var least = Objects.requireNonNullElse(question.least(), 0);
        var most = Objects.requireNonNullElse(question.most(), FormQuestion.GREATEST_NUMBER);
        var number = new WholeNumber(
                question.label(), least, most, 1, true, "Enter a whole number from " + least + " to " + most);
        number.field().addValueChangeListener(e -> changed.run());
        return new QuestionField(
                question,
                number.field(),
                answer -> number.show(answer.isEmpty() ? null : Integer.valueOf(answer)),
                () -> Objects.toString(number.value(), ""),
                number::isWrong);
    }

    private static QuestionField scale(FormQuestion question, Runnable changed) {
        var scale = new Scale(
                question.label(),
                Objects.requireNonNullElse(question.least(), 0),
                Objects.requireNonNullElse(question.most(), FormQuestion.GREATEST_OF_SCALE));
        scale.addValueChangeListener(e -> changed.run());
        return new QuestionField(
                question,
                scale,
                answer -> scale.setValue(answer.isEmpty() ? null : Integer.valueOf(answer)),
                () -> Objects.toString(scale.getValue(), ""),
                () -> false);
    }

    private static QuestionField choice(FormQuestion question, Runnable changed) {
        var select = new Select<String>();
        select.setLabel(question.label());
        select.setItems(question.choices());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Not answered");
        select.setWidthFull();
        return single(question, select, changed);
    }

    private static QuestionField yesNo(FormQuestion question, Runnable changed) {
        var group = new RadioButtonGroup<String>(question.label());
        group.setItems(List.of(FormQuestion.YES, FormQuestion.NO));
        group.setItemLabelGenerator(question::words);
        group.addClassName("choices");
        return single(question, group, changed);
    }

    private static <C extends AbstractField<C, String>> QuestionField single(
            FormQuestion question, C field, Runnable changed) {
        field.addValueChangeListener(e -> changed.run());
        return new QuestionField(
                question,
                field,
                answer -> field.setValue(answer.isEmpty() ? null : answer),
                () -> Objects.toString(field.getValue(), ""),
                () -> false);
    }

    private static QuestionField date(FormQuestion question, Runnable changed) {
        DatePicker date = Days.field(question.label());
        date.addValueChangeListener(e -> changed.run());
        return new QuestionField(
                question,
                date,
                answer -> date.setValue(day(answer)),
                () -> Objects.toString(date.getValue(), ""),
                () -> FormErrors.isRejected(date));
    }

    private static @Nullable LocalDate day(String answer) {
        try {
            return answer.isEmpty() ? null : LocalDate.parse(answer);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    FormQuestion question() {
        return question;
    }

    Component component() {
        return component;
    }

    void show(String answer) {
        show.accept(answer);
    }

    String read() {
        return read.get();
    }

    /** Returns the label of the question if its input is invalid; null if it is not. */
    @Nullable
    String wrong() {
        return wrong.getAsBoolean() ? question.label() : null;
    }
}
