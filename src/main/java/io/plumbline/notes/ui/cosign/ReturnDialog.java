package io.plumbline.notes.ui.cosign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.cosign.CosignSeen;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;

/** Returns a note that waits for a co-signature to its author. */
final class ReturnDialog extends Composite<Dialog> {
    private static final int MOST = 1000;

    private final CosignService cosign;
    private final IdentityService identity;
    private final NoteDetails note;
    private final CosignSeen seen;
    private final Runnable returned;
    private final TextArea remark = new TextArea("Remark");
    private final Div messages = new Div();

    /** @param returned runs after the note was returned */
    ReturnDialog(CosignService cosign, IdentityService identity, NoteDetails note, CosignSeen seen, Runnable returned) {
        this.cosign = cosign;
        this.identity = identity;
        this.note = note;
        this.seen = seen;
        this.returned = returned;
        remark.setMaxLength(MOST);
        // Escape must see the last keystroke
        remark.setValueChangeMode(ValueChangeMode.EAGER);
        remark.setMinRows(3);
        remark.setWidthFull();
        remark.setHelperText("What the author has to add or explain. It stays with the note.");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Return to " + note.author(),
                () -> !remark.getValue().isBlank(),
                Ui.once("Return note", this::giveBack),
                messages,
                Ui.text(
                        "muted",
                        "The note stays as it was signed. Its author answers in an addendum, and then it waits for your"
                                + " co-signature again."),
                remark);
    }

    void open() {
        getContent().open();
        remark.focus();
    }

    private void giveBack() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(remark, "Enter what the author has to add or explain");
        if (!wrong.areNone()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .ifChanged("This note was changed or decided on in the meantime. Close this dialog, reload the page"
                            + " and read it again.")
                    .ifNotAvailable("This note is no longer available to you. Keep a copy of what you typed.")
                    .run(() -> {
                        cosign.giveBack(note.id(), seen, remark.getValue());
                        getContent().close();
                        returned.run();
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, this::giveBack).open();
        }
    }
}
