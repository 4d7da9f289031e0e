package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.SigningCheck;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One check: its question with the choices, what the chosen one asks, and words. */
public final class CheckRow extends Composite<Div> {
    private final SigningCheck check;
    private final String verb;
    private final RadioButtonGroup<CheckChoice> choice = new RadioButtonGroup<>();
    private final Div asked = Ui.div("cluster");
    private final TextField words = new TextField();

    /** The fields of each choice, so that what was typed comes back with its choice. */
    private final Map<CheckChoice, List<Field<?>>> fields = new HashMap<>();

    /** A field beside a choice; the value is text. */
    private record Field<F extends Component & HasValidation & HasValue<?, ?>>(
            F input, CheckChoice.Asked asked, Supplier<String> value) {
        void judge(FormErrors wrong) {
            var read = Attempt.read(() -> asked.words(value.get()));
            wrong.refuse(input, read.isError(), read.getMessage().orElse(""));
        }
    }

    /** @param verb what waits for the answer, such as <i>sign</i> */
    public CheckRow(SigningCheck check, String verb) {
        this.check = check;
        this.verb = verb;
        words.setMaxLength(check.choices().isEmpty() ? CheckAnswer.LONGEST : CheckChoice.LONGEST_WORDS);
        // eager, because Enter arrives before the browser sends the last change
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setWidthFull();
        getContent().addClassName("stack-1");
        if (check.choices().isEmpty()) {
            words.setLabel(check.question());
            words.setRequiredIndicatorVisible(true);
        } else {
            choice.setLabel(check.question());
            choice.addClassName("choices");
            choice.setItems(check.choices());
            choice.setItemLabelGenerator(CheckChoice::label);
            choice.setRequiredIndicatorVisible(true);
            choice.addValueChangeListener(e -> show(e.getValue()));
            getContent().add(choice, asked);
            show(null);
        }
        getContent().add(words);
    }

    private void show(@Nullable CheckChoice chosen) {
        asked.removeAll();
        if (chosen != null) {
            fields.computeIfAbsent(chosen, one -> one.asked().stream()
                            .<Field<?>>map(CheckRow::field)
                            .toList())
                    .forEach(field -> asked.add(field.input()));
            var isNeeded = chosen.words() == CheckChoice.Words.NEEDED;
            words.setLabel(isNeeded ? "In your own words" : "In your own words (optional)");
            words.setRequiredIndicatorVisible(isNeeded);
        }
        words.setVisible(chosen != null && chosen.words() != CheckChoice.Words.NONE);
    }

    private static Field<?> field(CheckChoice.Asked asked) {
        return switch (asked) {
            case CheckChoice.Amount amount ->
                select(
                        amount,
                        IntStream.rangeClosed(amount.least(), amount.most())
                                .mapToObj(Integer::toString)
                                .toList());
            case CheckChoice.OneOf oneOf -> select(oneOf, oneOf.items());
            case CheckChoice.Person person -> {
                var name = new TextField(person.label());
                name.setMaxLength(CheckChoice.Person.LONGEST);
                name.setValueChangeMode(ValueChangeMode.EAGER);
                name.setRequiredIndicatorVisible(true);
                yield new Field<>(name, person, name::getValue);
            }
            case CheckChoice.Day day -> {
                var picker = Days.field(day.label());
                picker.setMin(day.from());
                picker.setMax(day.until());
                picker.setRequiredIndicatorVisible(true);
                yield new Field<>(picker, day, () -> picker.getOptionalValue()
                        .map(LocalDate::toString)
                        .orElse(""));
            }
        };
    }

    private static Field<?> select(CheckChoice.Asked asked, List<String> items) {
        var select = new Select<String>();
        select.setLabel(asked.label());
        select.setItems(items);
        select.setPlaceholder("Choose");
        select.setRequiredIndicatorVisible(true);
        return new Field<>(select, asked, () -> select.getOptionalValue().orElse(""));
    }

    /** Returns whether something was chosen or typed. */
    public boolean isTyped() {
        return !words.isEmpty() || !choice.isEmpty();
    }

    /** Moves the focus to the words, where the check has no choices. */
    void focusWords() {
        if (check.choices().isEmpty()) {
            words.focus();
        }
    }

    /** Marks what is missing or says nothing. */
    public void judge(FormErrors wrong) {
        var chosen = choice.getValue();
        if (check.choices().isEmpty()) {
            judgeWords(wrong, () -> ReasonWords.require("The answer", words.getValue(), CheckAnswer.LONGEST));
        } else if (!wrong.refuse(choice, chosen == null, "Choose an answer before you " + verb) && chosen != null) {
            chosenFields().forEach(field -> field.judge(wrong));
            judgeWords(wrong, () -> chosen.said(words.getValue()));
        }
    }

    private void judgeWords(FormErrors wrong, Supplier<String> judged) {
        var read = Attempt.read(judged);
        wrong.refuse(
                words,
                read.isError(),
                words.getValue().isBlank()
                        ? "Answer this before you " + verb
                        : read.getMessage().orElse(""));
    }

    /** Returns what the author says. */
    public CheckReply reply() {
        var chosen = choice.getValue();
        return check.chosen(
                chosen == null ? "" : chosen.label(),
                chosenFields().stream().map(field -> field.value().get()).toList(),
                words.getValue());
    }

    private List<Field<?>> chosenFields() {
        var chosen = choice.getValue();
        return chosen == null ? List.of() : fields.getOrDefault(chosen, List.of());
    }
}
