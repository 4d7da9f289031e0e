package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import org.jspecify.annotations.Nullable;

/** What cannot be kept of a form: every wrong field has its message at once, and the first of them the keyboard. */
public final class WrongFields {
    private @Nullable Component first;

    /**
     * Takes the mark of an earlier attempt from a field, and marks it where something is wrong with it now. What the
     * field itself refuses is always wrong, such as letters that are no day: they would be lost, also where it may stay
     * empty.
     *
     * @param message says how to mend it
     * @return whether it is wrong
     */
    public <F extends Component & HasValidation & HasValue<?, ?>> boolean refuse(
            F field, boolean isWrong, String message) {
        var own = ownWords(field);
        if (own == null && !isWrong) {
            // without a message the field speaks for itself when it is typed in again
            field.setErrorMessage("");
            field.setInvalid(false);
            return false;
        }
        field.setErrorMessage(own == null || own.isEmpty() ? message : own);
        field.setInvalid(true);
        if (first == null) {
            first = field;
        }
        return true;
    }

    /** The same for a field in which something must stand; spaces are nothing. */
    public <F extends Component & HasValidation & HasValue<?, ?>> boolean refuseEmpty(F field, String message) {
        var isBlank = field.getValue() instanceof String typed && typed.isBlank();
        return refuse(field, field.isEmpty() || isBlank, message);
    }

    /** What a field says against what stands in it; null where it has nothing against it. */
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
