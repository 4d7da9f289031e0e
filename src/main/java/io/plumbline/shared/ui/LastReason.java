package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.SameReason;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offers the last reason that the person typed for the same kind of act in this session, to be taken again by a button:
 * one event of the day, such as a power failure, is the cause of several acts. The audit trail marks what is done for
 * it. Not for clinical acts, whose reasons are each patient's own.
 */
public final class LastReason {
    private static final String KEPT = "plumbline.last-reason.";

    private final HasValue<?, String> field;
    private final String kind;
    private @Nullable String taken;

    private LastReason(HasValue<?, String> field, String kind) {
        this.field = field;
        this.kind = KEPT + CurrentUser.current().staff().value() + "." + kind;
    }

    /**
     * Offers it below a field; without an earlier reason the field stays as it is.
     *
     * @param kind what the reason is for, in one word or some: the same text at each act of the kind
     */
    public static <F extends Component & HasHelper & HasValue<?, String>> LastReason below(F field, String kind) {
        var last = new LastReason(field, kind);
        if (VaadinSession.getCurrent().getAttribute(last.kind) instanceof String before) {
            var again = new Button("Same reason as before", e -> last.take(before));
            again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            again.setTooltipText(before);
            field.setHelperComponent(again);
        }
        return last;
    }

    private void take(String before) {
        taken = before;
        field.setValue(before);
    }

    /** Does the act, marked if its reason is the one that was taken again and not changed since. */
    public <T> T act(Supplier<T> action) {
        return field.getValue().equals(taken) ? SameReason.taken(action) : action.get();
    }

    /** Keeps the reason for the next act of the kind; called when the act succeeded. */
    public void keep() {
        VaadinSession.getCurrent().setAttribute(kind, field.getValue());
    }
}
