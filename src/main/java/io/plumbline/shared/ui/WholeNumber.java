package io.plumbline.shared.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole number of a field. What is none, or out of its range, stays there with a message; until it is corrected the
 * last good one counts, so that nothing else waits for it.
 */
public final class WholeNumber {
    private final IntegerField field;
    private final int most;
    private final boolean isOptional;
    private final String message;
    private @Nullable Integer good;

    /**
     * @param most the range begins at 1
     * @param isOptional whether none is a good one too
     * @param message says the range
     */
    public WholeNumber(IntegerField field, int most, boolean isOptional, String message) {
        this.field = field;
        this.most = most;
        this.isOptional = isOptional;
        this.message = message;
    }

    /** Puts a number into the field; what is to be corrected there stays while the number is no other. */
    public void show(@Nullable Integer number) {
        if (isWrong() && Objects.equals(good, number)) {
            return;
        }
        good = number;
        field.setValue(number);
    }

    /** What stands in the field; where that is none, the last good one. */
    public @Nullable Integer value() {
        if (isWrong()) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        } else {
            good = field.getValue();
        }
        return good;
    }

    /** Whether what stands in the field does not count. */
    public boolean isWrong() {
        var typed = field.getValue();
        return typed == null ? !isOptional || isUnreadable() : typed < 1 || typed > most;
    }

    /** The field and its range, as the page says it. */
    public String words() {
        return field.getLabel() + ": " + message;
    }

    /** Letters, say: the field tells that something is typed, and no number. */
    private boolean isUnreadable() {
        return field.getElement().getProperty("_hasInputValue", false);
    }
}
