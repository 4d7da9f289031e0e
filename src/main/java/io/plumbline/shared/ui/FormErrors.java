package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.shared.Registration;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the errors of a form while it is read: every invalid field shows its message at once, and the first one gets
 * the focus. A message goes when its field changes. Above a long form, several errors are listed too: each item leads to
 * its field, and goes with its message.
 */
public final class FormErrors {
    private static final String REFUSED = "plumbline.refused-value";

    private final @Nullable Div summary;
    private final Map<Component, String> wrong = new LinkedHashMap<>();

    /** Collects the errors of a form that is seen at one glance. */
    public FormErrors() {
        summary = null;
    }

    /**
     * Collects the errors of a long form.
     *
     * @param summary the box above the form; what it held goes
     */
    public FormErrors(Div summary) {
        this.summary = summary;
        summary.removeAll();
    }

    /**
     * Clears an earlier error of a field and marks the field if it is invalid now. Input that the field itself rejects
     * is always invalid, such as letters in a date: it would be lost even if the field may stay empty.
     *
     * @param message says how to correct the input
     * @return whether the field is invalid
     */
    public <F extends Component & HasValidation & HasValue<?, ?>> boolean refuse(
            F field, boolean isWrong, String message) {
        var own = ownWords(field);
        if (own == null && !isWrong) {
            // without a message, the field shows its own at the next invalid input
            field.setErrorMessage("");
            field.setInvalid(false);
            return false;
        }
        field.setErrorMessage(own == null || own.isEmpty() ? message : own);
        field.setInvalid(true);
        clearOnChange(field);
        wrong.put(field, field.getErrorMessage());
        return true;
    }

    /** Returns whether the field itself rejects its input, such as letters in a date: its value is then none. */
    public static <F extends Component & HasValidation & HasValue<?, ?>> boolean isRejected(F field) {
        return ownWords(field) != null;
    }

    /** Marks a field that must not be empty or blank. */
    public <F extends Component & HasValidation & HasValue<?, ?>> boolean refuseEmpty(F field, String message) {
        var isBlank = field.getValue() instanceof String typed && typed.isBlank();
        return refuse(field, field.isEmpty() || isBlank, message);
    }

    /**
     * Marks the field for a reason that is missing or says nothing.
     *
     * @param message says what to enter if the field is empty
     */
    public <F extends Component & HasValidation & HasValue<?, String>> boolean refuseNoReason(F field, String message) {
        if (field.isEmpty() || field.getValue().isBlank()) {
            return refuse(field, true, message);
        }
        var read = Attempt.read(() -> ReasonWords.require("The reason", field.getValue(), Integer.MAX_VALUE));
        return refuse(field, read.isError(), read.getMessage().orElse(""));
    }

    /**
     * Marks the field for a reason that is missing, or is none of the choices and says nothing.
     *
     * @param message says what to enter if the field is empty
     */
    public <F extends Component & HasValidation & HasValue<?, String>> boolean refuseNoReason(
            F field, Collection<String> choices, String message) {
        return (field.isEmpty() || !choices.contains(field.getValue().strip())) && refuseNoReason(field, message);
    }

    /** Marks the field for a reason that may stay empty if what was typed says nothing. */
    public <F extends Component & HasValidation & HasValue<?, String>> boolean refuseNoReasonIfTyped(F field) {
        return !field.isEmpty() && !field.getValue().isBlank() && refuseNoReason(field, "");
    }

    /**
     * Reads a text that may be empty, and marks the field if the text cannot be read.
     *
     * @param reader throws {@link Refused} with the message for the field
     * @return what was read; null if the field is empty or invalid
     */
    public <T> @Nullable T read(TextField field, Function<String, T> reader) {
        var typed = field.getValue();
        var read = Attempt.<@Nullable T>read(() -> typed.isBlank() ? null : reader.apply(typed));
        var isWrong = refuse(field, read.isError(), read.getMessage().orElse(""));
        return isWrong ? null : read.getOrThrow(IllegalStateException::new);
    }

    /** Takes the message away as soon as the value is another one than that which was refused. */
    private static <F extends Component & HasValidation & HasValue<?, ?>> void clearOnChange(F field) {
        var isWatched = ComponentUtil.getData(field, REFUSED) != null;
        ComponentUtil.setData(field, REFUSED, valueOf(field));
        if (!isWatched) {
            field.addValueChangeListener(e -> {
                if (!valueOf(field).equals(ComponentUtil.getData(field, REFUSED))) {
                    var own = ownWords(field);
                    field.setErrorMessage(own == null ? "" : own);
                    field.setInvalid(own != null);
                }
            });
        }
    }

    private static Object valueOf(HasValue<?, ?> field) {
        return Objects.requireNonNullElse(field.getValue(), "");
    }

    /** Returns the field's own message about its value, or null if the value is valid. */
    @SuppressWarnings("unchecked")
    private static <F extends Component & HasValue<?, ?>> @Nullable String ownWords(F field) {
        if (!(field instanceof HasValidator<?> validating)) {
            return null;
        }
        var result = ((HasValidator<Object>) validating)
                .getDefaultValidator()
                .apply(field.getValue(), new ValueContext(new Binder<>(), field));
        return result.isError() ? result.getErrorMessage() : null;
    }

    /** Returns whether there were no errors; otherwise focuses the first invalid field. */
    public boolean areNone() {
        if (wrong.isEmpty()) {
            return true;
        }
        if (summary != null && wrong.size() > 1) {
            summary.add(list());
        }
        focus(wrong.keySet().iterator().next());
        return false;
    }

    private Component list() {
        var items = new LinkedHashMap<Component, ListItem>();
        wrong.forEach((field, message) -> {
            var name = nameOf(field);
            var item = new Button(name.isEmpty() ? message : name + ": " + message, e -> focus(field));
            item.addClassName("field-link");
            items.put(field, new ListItem(item));
        });
        var title = Ui.text("strong", "");
        var banner = Ui.div(
                "banner tone-danger",
                Icon.ALERT.create(),
                Ui.div("stack-0", title, new UnorderedList(items.values().toArray(ListItem[]::new))));
        banner.getElement().setAttribute("role", "alert");
        showLeft(items, title, banner);
        var watched = items.keySet().stream()
                .filter(HasValue.class::isInstance)
                .map(field -> ((HasValue<?, ?>) field).addValueChangeListener(e -> showLeft(items, title, banner)))
                .toList();
        banner.addDetachListener(gone -> watched.forEach(Registration::remove));
        return banner;
    }

    /** Shows which fields are still to be corrected; nothing after the last one. */
    private static void showLeft(Map<Component, ListItem> items, Span title, Div banner) {
        items.forEach((field, item) -> item.setVisible(!(field instanceof HasValidation one) || one.isInvalid()));
        var left = items.values().stream().filter(Component::isVisible).count();
        title.setText(left == 1 ? "1 field needs a correction" : left + " fields need a correction");
        banner.setVisible(left > 0);
    }

    private static String nameOf(Component field) {
        return field instanceof HasLabel named ? Objects.requireNonNullElse(named.getLabel(), "") : "";
    }

    private static void focus(Component field) {
        // a check box or radio group cannot get the focus itself
        field.getElement().executeJs("(this.querySelector('input, textarea') ?? this).focus()");
    }
}
