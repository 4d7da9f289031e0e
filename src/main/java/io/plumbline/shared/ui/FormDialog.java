package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Map<HasValue<?, ?>, @Nullable Object> proposed = new HashMap<>();
    private Dialogs.Width width = Dialogs.Width.MEDIUM;
    private String keep = "Cancel";
    private boolean isDestructive;
    private boolean isSavedByEnter;
    private BooleanSupplier isTyped = this::isChanged;
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
        isDestructive = true;
        return this;
    }

    /** Gives the button that closes the dialog without the action other words than <em>Cancel</em>. */
    public FormDialog keep(String words) {
        keep = words;
        return this;
    }

    /** Lets Enter in a single-line text run the action. */
    public FormDialog savedByEnter() {
        isSavedByEnter = true;
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
        return optional(field);
    }

    /**
     * Adds a field for a text that stays on record as the reason; returns it.
     *
     * @param most the number of characters that fit
     * @param ifMissing says what to enter
     */
    public TextArea reason(String label, int most, String ifMissing) {
        var reason = UiFields.area(label, most);
        check(wrong -> wrong.refuseNoReason(reason, ifMissing));
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

    /** Says that a colleague changed the record, or that it is not available any more, as {@link Attempt#about} does. */
    public FormDialog about(String record) {
        attempt.about(record);
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

    /**
     * Reads the record again if a colleague changed it in the meantime, and says so: the next attempt is made on what it
     * is then.
     *
     * @param reload reads it; empty if it is not available any more
     * @param words keeps what it is now, and returns what a colleague changed, without a period at its end
     */
    public <T> FormDialog ifChanged(Supplier<Optional<T>> reload, Function<T, String> words) {
        return ifChanged(() -> reload.get()
                .ifPresentOrElse(
                        now -> warn(
                                words.apply(now) + ". What you typed is still here; try again if it still applies."),
                        attempt::showNotAvailable));
    }

    /**
     * Does the same, and keeps what the record is.
     *
     * @param seen the record as the person sees it
     * @param words returns what a colleague changed, from the record as it was seen and as it is
     * @return the record as the person last saw it
     */
    public <T> Supplier<T> latest(T seen, Supplier<Optional<T>> reload, BiFunction<T, T, String> words) {
        var latest = new AtomicReference<>(seen);
        ifChanged(reload, now -> words.apply(latest.getAndSet(now), now));
        return latest::get;
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
            attempt.run(() -> {
                if (save.getAsBoolean()) {
                    close();
                }
            });
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
        if (isDestructive) {
            Dialogs.destructive(button);
        }
        if (isSavedByEnter) {
            saveByEnter(button);
        }
        Dialogs.ask(dialog, width, title, isTyped, keep, button, body.toArray(Component[]::new));
        fields().forEach(field -> proposed.put(field, field.getValue()));
        dialog.open();
    }

    /** Not in fields where Enter opens a list or a calendar. */
    private void saveByEnter(Button button) {
        var texts = fields().filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .toArray(Component[]::new);
        if (texts.length > 0) {
            button.addClickShortcut(Key.ENTER).listenOn(texts).resetFocusOnActiveElement();
        }
    }

    private boolean isChanged() {
        return fields().anyMatch(field ->
                !Objects.equals(field.getValue(), proposed.getOrDefault(field, field.getEmptyValue())));
    }

    private Stream<HasValue<?, ?>> fields() {
        return body.stream().flatMap(FormDialog::fieldsIn);
    }

    private static Stream<HasValue<?, ?>> fieldsIn(Component part) {
        return part instanceof HasValue<?, ?> field
                ? Stream.of(field)
                : part.getChildren().flatMap(FormDialog::fieldsIn);
    }
}
