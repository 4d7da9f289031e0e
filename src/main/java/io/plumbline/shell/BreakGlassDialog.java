package io.plumbline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.io.Serializable;

/** Asks for the reason for break-glass access. Keeps the input while the dialog is closed and opened again. */
public class BreakGlassDialog extends Composite<Dialog> {
    private static final int MOST = 400;

    private final ProofFirst proof;
    private final Opening opening;
    private final Runnable opened;

    /** Created with the dialog, so that a click sent twice begins access only once. */
    private final OperationId operation = OperationId.next();

    private final TextArea reason = UiFields.area("Reason", MOST);
    private final Div messages = new Div();
    private final Attempt attempt = Attempt.showing(messages).at(reason);

    /** Begins the access; returns whether the current user can see the record now. */
    @FunctionalInterface
    public interface Opening extends Serializable {
        boolean begin(OperationId operation, BreakGlassReason reason);
    }

    /**
     * Creates the dialog.
     *
     * @param proof asks for the password if the current user last gave it too long ago
     * @param use when to use it, as a sentence
     * @param opened runs when the current user has access
     */
    public BreakGlassDialog(ProofFirst proof, String use, Opening opening, Runnable opened) {
        this.proof = proof;
        this.opening = opening;
        this.opened = opened;
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("At least 15 letters. A manager and the auditor read it. Do not enter clinical details.");
        var open = new Button("Open for " + BreakGlassService.LASTS.toMinutes() + " minutes", e -> open());
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Break-glass access",
                () -> false, // the reason is still there when the dialog opens again
                open,
                Ui.text("muted", use + " Each view is recorded in the audit trail, and somebody reviews it."),
                messages,
                reason);
    }

    /** Opens the dialog and focuses the reason. */
    public void ask() {
        getContent().open();
        reason.focus();
    }

    /** Opens the dialog with a reason filled in, which may be changed. */
    public void ask(String why) {
        reason.setValue(why);
        ask();
    }

    private void open() {
        attempt.run(() -> {
            // a reason that is refused needs no password
            var why = new BreakGlassReason(reason.getValue());
            proof.run(() -> begin(why));
        });
    }

    /** Begins the access, perhaps after the dialog that asks for the password. */
    private void begin(BreakGlassReason why) {
        attempt.run(() -> {
            if (opening.begin(operation, why)) {
                getContent().close();
                opened.run();
            } else {
                messages.add(Ui.alert("This page is not available, so break-glass access was not opened."));
            }
        });
    }
}
