package io.plumbline.shared.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.Count;
import io.plumbline.shared.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field for a whole number. Invalid or out-of-range input stays in the field with a message; until it is corrected,
 * the last valid number counts, so that nothing else is blocked.
 *
 * <p>It is a text field, because a browser's number field drops the point of 12.5 and the letters of 3 to 4, and then
 * shows a different number.
 */
public final class WholeNumber {
    /** Longer than any accepted number, so that truncated input is never valid. */
    private static final int LONGEST = 20;

    private final TextField field;
    private final int least;
    private final int most;
    private final int step;
    private final boolean isOptional;
    private final String message;
    private @Nullable Integer good;

    /** The last number that was shown or left, which counts if what is typed after it is invalid. */
    private @Nullable Integer left;

    /**
     * @param least the first number of the range
     * @param most the last number of the range
     * @param step the step of the buttons and arrow keys
     * @param isOptional whether the field may be empty
     * @param message names the range
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
        // not tab stops, as in a number field: the arrow keys do the same
        less.setTabIndex(-1);
        more.setTabIndex(-1);
        field.setPrefixComponent(less);
        field.setSuffixComponent(more);
        field.addKeyDownListener(Key.ARROW_DOWN, e -> go(-1));
        field.addKeyDownListener(Key.ARROW_UP, e -> go(1));
        field.addValueChangeListener(e -> value());
        field.addBlurListener(e -> leave());
    }

    /** Returns the field for the layout. */
    public TextField field() {
        return field;
    }

    /** Shows a number; keeps invalid input while the number is the same as before. */
    public void show(@Nullable Integer number) {
        if (isWrong() && Objects.equals(good, number)) {
            return;
        }
        if (!Objects.equals(good, number)) {
            left = number;
        }
        good = number;
        field.setValue(number == null ? "" : number.toString());
    }

    private void leave() {
        if (!isWrong()) {
            left = typed();
        }
    }

    /** Returns the number in the field or, if the input is invalid, the last valid number. */
    public @Nullable Integer value() {
        if (isWrong()) {
            field.setErrorMessage(message);
            field.setInvalid(true);
            if (good != null && field.getValue().strip().startsWith(good.toString())) {
                // only its beginning arrived as a number, such as the 2 of 2.5
                good = left;
            }
        } else {
            field.setInvalid(false);
            good = typed();
        }
        return good;
    }

    /** Returns whether the input is invalid. */
    public boolean isWrong() {
        if (field.getValue().isBlank()) {
            return !isOptional;
        }
        var typed = typed();
        return typed == null || typed < least || typed > most;
    }

    /** Returns the label of the field and its range. */
    public String words() {
        return field.getLabel() + ": " + message;
    }

    private @Nullable Integer typed() {
        try {
            return field.getValue().isBlank() ? null : Count.read(field.getValue());
        } catch (Refused none) {
            return null;
        }
    }

    /** Goes to the next step up or down; does nothing if the input is not a number. */
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
