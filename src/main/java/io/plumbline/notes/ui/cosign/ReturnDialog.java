package io.plumbline.notes.ui.cosign;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.cosign.CosignSeen;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.UiFields;

/** Returns a note that waits for a co-signature to its author. */
final class ReturnDialog {
    private ReturnDialog() {}

    /** @param returned runs after the note was returned */
    static void open(
            CosignService cosign, IdentityService identity, NoteDetails note, CosignSeen seen, Runnable returned) {
        var form = Dialogs.form("Return to " + note.author())
                .about("note")
                .say("The note stays as it was signed. Its author answers in an addendum, and then it waits for your"
                        + " co-signature again.");
        form.ifChanged(() -> form.warn("This note was changed or decided on in the meantime. Close this dialog, reload"
                + " the page and read it again."));
        var remark = form.reason(UiFields.area("Remark", 1000), "Enter what the author has to add or explain");
        remark.setMinRows(3);
        remark.setHelperText("What the author has to add or explain. It stays with the note.");
        form.open("Return note", () -> {
            try {
                cosign.giveBack(note.id(), seen, remark.getValue());
            } catch (IdentityService.ProofNeeded proofNeeded) {
                new ProofDialog(identity::proveToSign, form::submit).open();
                return false;
            }
            form.close();
            returned.run();
            return true;
        });
    }
}
