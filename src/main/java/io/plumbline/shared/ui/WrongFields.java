package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import org.jspecify.annotations.Nullable;

/** What cannot be kept of a form: every wrong field has its message at once, and the first of them the keyboard. */
public final class WrongFields {
    private @Nullable Component first;

    /**
     * Takes the mark of an earlier attempt from a field, and marks it where something is wrong with it now.
     *
     * @param message says how to mend it
     * @return whether it is wrong
     */
    public <F extends Component & HasValidation> boolean refuse(F field, boolean isWrong, String message) {
        field.setInvalid(isWrong);
        if (isWrong) {
            field.setErrorMessage(message);
            if (first == null) {
                first = field;
            }
        }
        return isWrong;
    }

    /** The same for a field in which something must stand; spaces are nothing. */
    public <F extends Component & HasValidation & HasValue<?, ?>> boolean refuseEmpty(F field, String message) {
        var isBlank = field.getValue() instanceof String typed && typed.isBlank();
        return refuse(field, field.isEmpty() || isBlank, message);
    }

    /** Whether nothing was wrong. Otherwise the first wrong field has the keyboard. */
    public boolean areNone() {
        if (first == null) {
            return true;
        }
        // a group of boxes has no focus of its own
        first.getElement().executeJs("(this.querySelector('input, textarea') ?? this).focus()");
        return false;
    }
}
