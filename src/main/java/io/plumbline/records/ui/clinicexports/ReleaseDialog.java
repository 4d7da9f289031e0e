package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Releases an export, once the privacy officer has read what leaves, to whom, and which sensitive patients are in it. */
class ReleaseDialog extends Composite<Dialog> {
    private final ClinicExportReleaseService releases;
    private final IdentityService identity;
    private final ClinicExportRow row;
    private final Runnable released;
    private final Div messages = new Div();

    ReleaseDialog(
            ClinicExportReleaseService releases,
            IdentityService identity,
            ClinicExportRow row,
            List<String> sensitive,
            Runnable released) {
        this.releases = releases;
        this.identity = identity;
        this.row = row;
        this.released = released;
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Release the export",
                () -> false,
                Dialogs.destructive(new Button("Release", e -> release())),
                messages,
                Ui.text(
                        "muted",
                        "Every record of " + row.clinic() + " goes to " + row.recipient()
                                + ", who alone can decrypt it."
                                + " It is in the disclosure register of each patient from the download on."),
                Ui.facts(
                        "Reason",
                        row.reason(),
                        "Recipient's public key",
                        row.recipientKey(),
                        "Sensitive patients in the file",
                        inWords(sensitive)));
    }

    static String inWords(List<String> sensitive) {
        return sensitive.isEmpty() ? "None" : String.join(", ", sensitive);
    }

    void open() {
        getContent().open();
    }

    private void release() {
        try {
            var isReleased = Attempt.showing(messages)
                    .ifChanged("Somebody changed this export in the meantime")
                    .run(() -> releases.release(row.id(), row.version()));
            if (isReleased) {
                getContent().close();
                released.run();
            }
        } catch (ProofNeeded needed) {
            ProofDialog.toConfirm(identity::prove, this::release).open();
        }
    }
}
