package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A dialog with fields and one action. It stays open with what was typed until the action succeeds, and shows above the
 * fields, or at the one that is wrong, why it did not. Escape and <em>Cancel</em> ask first if a field was changed.
 */
public final class FormDialog {
    private final String title;
    private final Dialog dialog = new Dialog();
    private final Div messages = Ui.div("stack-2");
    private final List<Component> body = new ArrayList<>(List.of(messages));
    private final List<Consumer<FormErrors>> checks = new ArrayList<>();
    private final Attempt attempt = Attempt.showing(messages);
    private final FormFields fields = new FormFields(body);
    private Dialogs.Width width = Dialogs.Width.MEDIUM;
    private String keep = "Cancel";
    private Consumer<Button> look = button -> {};
    private BooleanSupplier isTyped = fields::areChanged;
    private Consumer<Runnable> before = Runnable::run;
    private BooleanSupplier save = () -> true;

    FormDialog(String title) {
        this.title = title;
    }

    /** Makes the dialog another width than that of a form. */
    public FormDialog width(Dialogs.Width other) {
        width = other;
        return this;
    }

    /** Marks the action as one that takes something away. */
    public FormDialog destructive() {
        look = look.andThen(Dialogs::destructive);
        return this;
    }

    /** Gives the button that closes the dialog without the action other words than <em>Cancel</em>. */
    public FormDialog keep(String words) {
        keep = words;
        return this;
    }

    /** Lets Enter in a single-line text run the action. */
    public FormDialog savedByEnter() {
        look = look.andThen(fields::pressByEnter);
        return this;
    }

    /** Asks before it closes in these cases, instead of whenever a field was changed. */
    public FormDialog typedIf(BooleanSupplier other) {
        isTyped = other;
        return this;
    }

    /** Runs this once the dialog is closed, by the action or without it. */
    public FormDialog onClose(Runnable then) {
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                then.run();
            }
        });
        return this;
    }

    /** Adds a sentence on what the action does. */
    public FormDialog say(String sentence) {
        return add(Ui.text("muted", sentence));
    }

    /** Adds parts below those that are there. */
    public FormDialog add(Component... parts) {
        body.addAll(List.of(parts));
        return this;
    }

    /** Adds a field that may stay empty; returns it. */
    public <F extends Component & HasValidation & HasValue<?, ?>> F optional(F field) {
        add(field);
        return field;
    }

    /**
     * Adds a field that must not be empty or blank while it is shown; returns it.
     *
     * @param ifMissing says what to enter or choose
     */
    public <F extends Component & HasValidation & HasValue<?, ?>> F required(F field, String ifMissing) {
        check(wrong -> {
            if (field.isVisible()) {
                wrong.refuseEmpty(field, ifMissing);
            }
        });
        // the button of a select must not have the aria-required that its mark would give it
        field.setRequiredIndicatorVisible(!(field instanceof Select<?>));
        return optional(field);
    }

    /**
     * Adds a field for a text that stays on record as the reason; returns it.
     *
     * @param ifMissing says what to enter
     */
    public <F extends Component & HasValidation & HasValue<?, String>> F reason(F reason, String ifMissing) {
        check(wrong -> wrong.refuseNoReason(reason, ifMissing));
        reason.setRequiredIndicatorVisible(true);
        return optional(reason);
    }

    /** Checks more before the action runs; the checks run in the order in which they and the fields were added. */
    public FormDialog check(Consumer<FormErrors> check) {
        checks.add(check);
        return this;
    }

    /** Shows a refusal of the action at the input of the field that it names. */
    public <F extends Component & HasValidation & HasValue<?, ?>> FormDialog at(Enum<?> field, F input) {
        attempt.at(field, input);
        return this;
    }

    /** Shows every refusal that names no field at this input. */
    public <F extends Component & HasValidation & HasValue<?, ?>> FormDialog at(F input) {
        attempt.at(input);
        return this;
    }

    /** Asks something once the fields are right, such as who the person is; the question runs the action, or not. */
    public FormDialog asking(Consumer<Runnable> question) {
        before = question;
        return this;
    }

    /** Says that a colleague changed the record, or that it is not available any more, as {@link Attempt#about} does. */
    public FormDialog about(String record) {
        attempt.about(record);
        return this;
    }

    /** Says this if the record is not available to the person any more. */
    public FormDialog ifNotAvailable(String sentence) {
        attempt.ifNotAvailable(sentence);
        return this;
    }

    /** Does this if a colleague changed the record in the meantime. */
    public FormDialog ifChanged(Runnable then) {
        attempt.ifChanged(then);
        return this;
    }

    /** Handles one kind of refusal differently. */
    public <R extends Refused> FormDialog on(Class<R> kind, Consumer<R> then) {
        attempt.on(kind, then);
        return this;
    }

    /** Reads the record again if a colleague changed it, as {@link Attempt#ifChanged(Supplier, Function)} does. */
    public <T> FormDialog ifChanged(Supplier<Optional<T>> reload, Function<T, String> words) {
        attempt.ifChanged(reload, words);
        return this;
    }

    /** Does the same, and keeps what the record is, as {@link Attempt#latest} does. */
    public <T> Supplier<T> latest(T seen, Supplier<Optional<T>> reload, BiFunction<T, T, String> words) {
        return attempt.latest(seen, reload, words);
    }

    /** Shows a message above the fields. */
    public void warn(String sentence) {
        messages.add(Ui.alert(sentence));
    }

    /** Closes the dialog without asking. */
    public void close() {
        dialog.close();
    }

    /** Runs the action as its button does, such as once more after a proof of who the person is. */
    public void submit() {
        var wrong = new FormErrors(messages);
        checks.forEach(check -> check.accept(wrong));
        if (wrong.areNone()) {
            before.accept(() -> attempt.run(() -> {
                if (save.getAsBoolean()) {
                    close();
                }
            }));
        }
    }

    /**
     * Opens the dialog.
     *
     * @param verb the words of the button that runs the action
     * @param action the action; may refuse
     * @param done runs with the result once the dialog is closed
     */
    public <T> void open(String verb, Supplier<T> action, Consumer<T> done) {
        open(verb, () -> {
            var result = action.get();
            close();
            done.accept(result);
            return true;
        });
    }

    /** Opens the dialog for an action without a result; with the parameters as above. */
    public void open(String verb, Runnable action, Runnable done) {
        open(verb, () -> {
            action.run();
            close();
            done.run();
            return true;
        });
    }

    /**
     * Opens the dialog.
     *
     * @param verb the words of the button that runs the action
     * @param action the action; returns false to keep the dialog open
     */
    public void open(String verb, BooleanSupplier action) {
        save = action;
        var button = Ui.once(verb, this::submit);
        look.accept(button);
        Dialogs.ask(dialog, width, title, isTyped, keep, button, body.toArray(Component[]::new));
        fields.propose();
        dialog.open();
    }
}
