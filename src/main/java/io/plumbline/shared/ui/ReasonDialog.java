package io.plumbline.shared.ui;

import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.shared.ReasonWords;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the reason for an action that takes something away. Stays open until the action succeeds, and shows errors above the input. */
public final class ReasonDialog {
    private final FormDialog form;
    private final String verb;
    private final Function<String, Optional<String>> save;
    private final TextArea reason;
    private final LastReason last;

    /**
     * Creates the dialog.
     *
     * @param save runs the action with the reason and returns an error message, or empty if it succeeded
     */
    public ReasonDialog(String title, String explanation, String verb, Function<String, Optional<String>> save) {
        this.verb = verb;
        this.save = save;
        form = Dialogs.form(title).destructive().say(explanation);
        reason = form.reason(UiFields.area("Reason", ReasonWords.LONGEST), "Enter a reason; it stays on record");
        last = LastReason.below(reason, title);
    }

    /** Opens the dialog, ready to type. */
    public void open() {
        form.open(verb, () -> {
            var refusal = last.act(() -> save.apply(reason.getValue()));
            refusal.ifPresentOrElse(form::warn, last::keep);
            return refusal.isEmpty();
        });
    }
}
