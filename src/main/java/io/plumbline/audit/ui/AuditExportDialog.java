package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.exports.AuditExportService;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Exports the entries that the trail shows, after asking why and for the password. */
class AuditExportDialog extends Composite<Dialog> {
    private final Opener with;
    private final AuditFilter filter;
    private final TextField reason = new TextField("Reason for the export");
    private final Div place = new Div();

    /** Opens the dialog for a filter. */
    @Component
    static class Opener {
        private final AuditExportService exports;
        private final ProofFirst proof;

        Opener(AuditExportService exports, ProofFirst proof) {
            this.exports = exports;
            this.proof = proof;
        }

        void open(AuditFilter filter) {
            new AuditExportDialog(this, filter).getContent().open();
        }
    }

    private AuditExportDialog(Opener with, AuditFilter filter) {
        this.with = with;
        this.filter = filter;
        reason.setMaxLength(AuditExportService.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Export the audit trail",
                () -> !reason.isEmpty(),
                new Button("Export", e -> export()),
                Ui.text(
                        "muted",
                        (filter.equals(AuditFilter.NONE)
                                        ? "All entries, also those beyond the list,"
                                        : "All entries that match the filters, also those beyond the list,")
                                + " as FHIR R4 AuditEvent resources, one a line (NDJSON), newest first; patients by"
                                + " number. Who exported them, how many, why, and the SHA-256 of the file go on record."),
                reason,
                place);
    }

    private void export() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (wrong.areNone()) {
            with.proof.run(this::download);
        }
    }

    private void download() {
        place.removeAll();
        var stated = reason.getValue();
        var file = new Anchor((DownloadEvent event) -> write(event, stated), "Download again");
        place.add(Ui.text("", "The download is starting. "), file);
        file.getElement().callJsFunction("click");
    }

    private void write(DownloadEvent event, String stated) throws IOException {
        StoreWait.takesItsTime();
        event.setFileName("audit-trail.ndjson");
        event.setContentType("application/fhir+ndjson");
        with.exports.export(filter, stated, event.getOutputStream());
    }
}
