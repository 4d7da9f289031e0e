package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that asks for what a register needs, field below field. A required field is marked and says what is missing;
 * what the service refuses stands at its field. Nothing that was typed is lost: closing asks first.
 */
public final class RecordForm {
    private final Dialog dialog = new Dialog();
    private final Div messages = new Div();
    private final Attempt attempt = Attempt.showing(messages);
    private final String title;
    private final Dialogs.Width width;
    private final List<Component> body = new ArrayList<>(List.of(messages));
    private final List<Consumer<FormErrors>> checks = new ArrayList<>();
    private final List<BooleanSupplier> typed = new ArrayList<>();
    private Consumer<Runnable> question = Runnable::run;
    private @Nullable Function<Runnable, ProofDialog> proof;

    /** Creates a form of the usual width. */
    public RecordForm(String title) {
        this(title, Dialogs.Width.MEDIUM);
    }

    /** Creates a form. */
    public RecordForm(String title, Dialogs.Width width) {
        this.title = title;
        this.width = width;
    }

    /** Says something at this place. */
    public RecordForm says(String sentence) {
        return add(Ui.text("muted", sentence));
    }

    /** Adds other parts at this place. */
    public RecordForm add(Component... parts) {
        body.addAll(List.of(parts));
        return this;
    }

    /**
     * Adds the number of the patient; required.
     *
     * @param number what it shows at first; may be empty
     */
    public TextField patient(Enum<?> at, String number) {
        var field = new PatientNumberField();
        field.setValue(number);
        return required(text(at, field), "Enter the number of the patient");
    }

    /**
     * Adds a line of text that may stay empty.
     *
     * @param at the field of the service at which a refusal names this one
     * @param most the longest text, in characters
     */
    public TextField line(Enum<?> at, String label, int most) {
        var field = new TextField(label);
        field.setMaxLength(most);
        return text(at, field);
    }

    /**
     * Adds a line of text that is required; with the parameters of the one that may stay empty.
     *
     * @param missing says what to enter
     */
    public TextField line(Enum<?> at, String label, int most, String missing) {
        return required(line(at, label, most), missing);
    }

    /** Adds some lines of text that may stay empty; with the parameters of {@link #line}. */
    public TextArea lines(Enum<?> at, String label, int most) {
        var field = new TextArea(label);
        field.setMaxLength(most);
        return text(at, field);
    }

    /** Adds some lines of text that are required; with the parameters of {@link #line}. */
    public TextArea lines(Enum<?> at, String label, int most, String missing) {
        return required(lines(at, label, most), missing);
    }

    /** Marks the field of a reason as required; the reason has to say something. */
    public <F extends TextFieldBase<F, String>> F reason(F field) {
        field.setRequiredIndicatorVisible(true);
        checks.add(wrong -> wrong.refuseNoReason(field, "Say why, in a few words"));
        return field;
    }

    /**
     * Adds a day that is not in the future; required.
     *
     * @param missing says what to choose
     */
    public DatePicker day(Enum<?> at, String label, LocalDate today, String missing) {
        var field = required(at(at, Days.field(label)), missing);
        field.setMax(today);
        add(field);
        return field;
    }

    /**
     * Adds a choice of one; required.
     *
     * @param missing says what to choose
     */
    public <T> Select<T> choice(String label, List<T> all, Function<T, String> words, String missing) {
        var field = new Select<T>();
        field.setLabel(label);
        field.setItems(all);
        field.setItemLabelGenerator(words::apply);
        field.setWidthFull();
        add(field);
        return required(field, missing);
    }

    /** Marks a field as required; while it is empty or blank, it says what is missing. */
    public <F extends Component & HasValidation & HasValueAndElement<?, ?>> F required(F field, String missing) {
        field.setRequiredIndicatorVisible(true);
        checks.add(wrong -> wrong.refuseEmpty(field, missing));
        return field;
    }

    /** Checks something more before the service is asked. */
    public void check(Consumer<FormErrors> check) {
        checks.add(check);
    }

    /** Shows what the service refuses about a field at an input. */
    public <F extends Component & HasValidation & HasValueAndElement<?, ?>> F at(Enum<?> at, F field) {
        attempt.at(at, field);
        return field;
    }

    /** Says this if a colleague changed the record in the meantime. */
    public RecordForm ifChanged(String sentence) {
        attempt.ifChanged(sentence);
        return this;
    }

    /** Asks something once the fields are right; the question runs what it is given, or not. */
    public void asking(Consumer<Runnable> before) {
        question = before;
    }

    /** Asks before closing also if something was chosen. */
    public RecordForm keeping(BooleanSupplier isChosen) {
        typed.add(isChosen);
        return this;
    }

    /** Asks who is at the screen where the service demands it, and then goes on. */
    public RecordForm proving(Function<Runnable, ProofDialog> dialog) {
        proof = dialog;
        return this;
    }

    /** Opens the dialog, which closes once the action is done. */
    public void open(String verb, Runnable action, Runnable done) {
        open(new Button(verb), action, done);
    }

    /** Opens the dialog with a button that looks different. */
    public void open(Button button, Runnable action, Runnable done) {
        open(button, action, () -> typed.stream().anyMatch(BooleanSupplier::getAsBoolean), () -> {
            dialog.close();
            done.run();
        });
    }

    /**
     * Opens a dialog that stays open, and shows what the action gives.
     *
     * @param isUnsaved whether closing it would lose input
     */
    public void openToShow(String verb, BooleanSupplier isUnsaved, Runnable action) {
        open(new Button(verb), action, isUnsaved, () -> {});
    }

    private void open(Button button, Runnable action, BooleanSupplier isUnsaved, Runnable done) {
        button.addClickListener(e -> submit(action, done));
        Dialogs.ask(dialog, width, title, isUnsaved, button, body.toArray(Component[]::new));
        dialog.open();
    }

    private void submit(Runnable action, Runnable done) {
        var wrong = new FormErrors();
        checks.forEach(check -> check.accept(wrong));
        if (wrong.areNone()) {
            question.accept(() -> attempt(action, done));
        }
    }

    private void attempt(Runnable action, Runnable done) {
        try {
            if (attempt.run(action)) {
                done.run();
            }
        } catch (ProofNeeded needed) {
            if (proof == null) {
                throw needed;
            }
            proof.apply(() -> submit(action, done)).open();
        }
    }

    private <F extends TextFieldBase<F, String>> F text(Enum<?> at, F field) {
        // Escape must see the latest input
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setWidthFull();
        var before = field.getValue();
        typed.add(() -> !field.getValue().equals(before));
        attempt.at(at, field);
        body.add(field);
        return field;
    }
}
