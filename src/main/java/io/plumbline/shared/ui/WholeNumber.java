package io.plumbline.shared.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.TypedNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field for a whole number. What is none, or out of its range, stays there with a message; until it is corrected the
 * last good one counts, so that nothing else waits for it.
 *
 * <p>It is a text field: a number field of the browser drops the point of 12.5 and the letters of 3 to 4, and shows
 * another number.
 */
public final class WholeNumber {
    /** Longer than any number that is read, so that what is cut is none. */
    private static final int LONGEST = 20;

    private final TextField field;
    private final int least;
    private final int most;
    private final int step;
    private final boolean isOptional;
    private final String message;
    private @Nullable Integer good;

    /**
     * @param least the first number of the range
     * @param most the last number of the range
     * @param step how far a button or an arrow goes
     * @param isOptional whether none is a good one too
     * @param message says the range
     */
    public WholeNumber(String label, int least, int most, int step, boolean isOptional, String message) {
        this.least = least;
        this.most = most;
        this.step = step;
        this.isOptional = isOptional;
        this.message = message;
        field = new TextField(label);
        field.addClassName("whole-number");
        field.setMaxLength(LONGEST);
        field.getElement().setAttribute("inputmode", "numeric");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addThemeVariants(TextFieldVariant.LUMO_ALIGN_CENTER);
        var less = Ui.iconButton(label + ": less", Icon.MINUS);
        less.addClickListener(e -> go(-1));
        var more = Ui.iconButton(label + ": more", Icon.PLUS);
        more.addClickListener(e -> go(1));
        // as in a number field: the arrows of the keyboard do the same
        less.setTabIndex(-1);
        more.setTabIndex(-1);
        field.setPrefixComponent(less);
        field.setSuffixComponent(more);
        field.addKeyDownListener(Key.ARROW_DOWN, e -> go(-1));
        field.addKeyDownListener(Key.ARROW_UP, e -> go(1));
        field.addValueChangeListener(e -> value());
    }

    /** The field, to be placed. */
    public TextField field() {
        return field;
    }

    /** Puts a number into the field; what is to be corrected there stays while the number is no other. */
    public void show(@Nullable Integer number) {
        if (isWrong() && Objects.equals(good, number)) {
            return;
        }
        good = number;
        field.setValue(number == null ? "" : number.toString());
    }

    /** What stands in the field; where that is none, the last good one. */
    public @Nullable Integer value() {
        if (isWrong()) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        } else {
            field.setInvalid(false);
            good = typed();
        }
        return good;
    }

    /** Whether what stands in the field does not count. */
    public boolean isWrong() {
        if (field.getValue().isBlank()) {
            return !isOptional;
        }
        var typed = typed();
        return typed == null || typed < least || typed > most;
    }

    /** The field and its range, as the page says it. */
    public String words() {
        return field.getLabel() + ": " + message;
    }

    private @Nullable Integer typed() {
        try {
            return field.getValue().isBlank() ? null : TypedNumber.read(field.getValue());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** To the next step above or below; from what is no number nowhere. */
    private void go(int direction) {
        var from = typed();
        if (from == null && !field.getValue().isBlank()) {
            return;
        }
        var next = from == null
                ? Math.max(least, step)
                : direction > 0 ? (from / step + 1) * step : Math.ceilDiv(from, step) * step - step;
        field.setValue(String.valueOf(Math.clamp(next, least, most)));
    }
}
