package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.ReasonWords;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the reason for an action that takes something away. Stays open until the action succeeds, and shows errors above the input. */
public final class ReasonDialog extends Composite<Dialog> {
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();
    private final LastReason last;
    private final Function<String, Optional<String>> save;

    /**
     * Creates the dialog.
     *
     * @param save runs the action with the reason and returns an error message, or empty if it succeeded
     */
    public ReasonDialog(String title, String explanation, String verb, Function<String, Optional<String>> save) {
        this.save = save;
        reason.setMaxLength(ReasonWords.LONGEST);
        // Escape must see the latest input
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        last = LastReason.below(reason, title);
        var yes = Dialogs.destructive(Ui.once(verb, this::attempt));
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                title,
                this::isTyped,
                yes,
                messages,
                Ui.text("muted", explanation),
                reason);
    }

    private boolean isTyped() {
        return !reason.getValue().isBlank();
    }

    private void attempt() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter a reason; it stays on record");
        if (!wrong.areNone()) {
            return;
        }
        last.act(() -> save.apply(reason.getValue()))
                .ifPresentOrElse(refusal -> messages.add(Ui.alert(refusal)), this::done);
    }

    private void done() {
        last.keep();
        getContent().close();
    }

    /** Opens the dialog, ready to type. */
    public void open() {
        getContent().open();
        reason.focus();
    }
}
