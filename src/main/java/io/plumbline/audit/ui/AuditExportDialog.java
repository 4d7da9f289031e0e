package io.plumbline.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.exports.AuditExportService;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Exports the entries that the trail shows, after asking why and for the password. */
@Component
class AuditExportDialog {
    private final AuditExportService exports;
    private final ProofFirst proof;

    AuditExportDialog(AuditExportService exports, ProofFirst proof) {
        this.exports = exports;
        this.proof = proof;
    }

    void open(AuditFilter filter) {
        var form = Dialogs.form("Export the audit trail")
                .say((filter.equals(AuditFilter.NONE)
                                ? "All entries, also those beyond the list,"
                                : "All entries that match the filters, also those beyond the list,")
                        + " as FHIR R4 AuditEvent resources, one a line (NDJSON), newest first; patients by"
                        + " number. Who exported them, how many, why, and the SHA-256 of the file go on record.");
        var reason = form.optional(UiFields.line("Reason for the export", AuditExportService.LONGEST_REASON));
        reason.setRequiredIndicatorVisible(true);
        var place = new Div();
        form.add(place)
                .check(wrong -> wrong.refuseNoReason(reason, "Say why, in a few words"))
                .open("Export", () -> {
                    proof.run(() -> download(filter, reason.getValue(), place));
                    return false;
                });
    }

    private void download(AuditFilter filter, String reason, Div place) {
        place.removeAll();
        var file = new Anchor((DownloadEvent event) -> write(event, filter, reason), "Download again");
        place.add(Ui.text("", "The download is starting. "), file);
        file.getElement().callJsFunction("click");
    }

    private void write(DownloadEvent event, AuditFilter filter, String reason) throws IOException {
        StoreWait.takesItsTime();
        event.setFileName("audit-trail.ndjson");
        event.setContentType("application/fhir+ndjson");
        exports.export(filter, reason, event.getOutputStream());
    }
}
