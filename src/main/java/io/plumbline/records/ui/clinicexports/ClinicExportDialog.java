package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.clinicexports.ClinicExportChange;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.clinicexports.ClinicExportStatus;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** One export: who asked, who released it, how far it is, and what the current user may do with it. */
class ClinicExportDialog {
    private final ClinicExportDialogs dialogs;
    private final LiveScreens screens;
    private final ClinicExportService exports;
    private final ClinicExportReleaseService releases;
    private final ProofFirst proof;
    private final RecordDialog<ClinicExportRow> dialog;
    private final List<String> sensitive;
    private ClinicExportRow shown;

    ClinicExportDialog(
            ClinicExportDialogs dialogs,
            LiveScreens screens,
            ClinicExportService exports,
            ClinicExportReleaseService releases,
            ProofFirst proof,
            ClinicExportRow row,
            Runnable changed) {
        this.dialogs = dialogs;
        this.screens = screens;
        this.exports = exports;
        this.releases = releases;
        this.proof = proof;
        shown = row;
        sensitive = ClinicExportDialogs.isOfficer() ? releases.sensitivePatients(row.id()) : List.of();
        dialog = new RecordDialog<>(
                "Export of " + row.clinic(),
                "Somebody changed this export in the meantime. Close it and open it again",
                row,
                () -> dialogs.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        screens.keepUpToDate(dialog.content(), ClinicExportChange.class, this::goOn);
        dialog.open();
    }

    /** Shows how far the file is. Nothing else is drawn again by itself: a download would lose its link. */
    private void goOn() {
        if (shown.status() == ClinicExportStatus.RELEASED) {
            dialog.draw(dialogs.find(shown.id()));
        }
    }

    private void draw(Div content, ClinicExportRow row) {
        shown = row;
        content.add(facts(row).show());
        var isMine = row.askedBy().equals(CurrentUser.current().staff());
        var actions = Ui.div("cluster");
        if (row.status() == ClinicExportStatus.ASKED && ClinicExportDialogs.isOfficer()) {
            actions.add(
                    new Button("Release…", e -> release(row)),
                    dialog.asksWhy(
                            "Decline…",
                            "Decline the export",
                            "No file is made.",
                            "Decline",
                            reason -> releases.decline(row.id(), row.version(), reason)));
        }
        if (row.status() == ClinicExportStatus.READY && isMine && ClinicExportDialogs.isManager()) {
            content.add(new ExportDownload(exports, proof, row.id(), dialog::done));
        }
        if (row.status().isOpen() && (isMine || row.status() != ClinicExportStatus.ASKED)) {
            actions.add(dialog.asksWhy(
                    "Cancel the export…",
                    "Cancel the export",
                    "The file is deleted, also while it is being made.",
                    "Cancel the export",
                    reason -> cancel(row, reason)));
        }
        content.add(actions);
    }

    /** Releases the export, once the officer has read what leaves, to whom, and which sensitive patients are in it. */
    private void release(ClinicExportRow row) {
        dialog.form("Release the export")
                .destructive()
                .say("Every record of " + row.clinic() + " goes to " + row.recipient() + ", who alone can decrypt it."
                        + " It is in the disclosure register of each patient from the download on.")
                .add(new FactList()
                        .add("Reason", row.reason())
                        .add("Recipient's public key", row.recipientKey())
                        .add("Sensitive patients in the file", sensitiveInWords())
                        .show())
                .asking(proof::confirming)
                .open("Release", () -> releases.release(row.id(), row.version()), dialog::done);
    }

    private void cancel(ClinicExportRow row, String reason) {
        if (ClinicExportDialogs.isOfficer()) {
            releases.cancel(row.id(), row.version(), reason);
        } else {
            exports.cancel(row.id(), row.version(), reason);
        }
    }

    private FactList facts(ClinicExportRow row) {
        var zone = dialogs.zone();
        var isDeclined = row.status() == ClinicExportStatus.DECLINED;
        var isReady = row.status() == ClinicExportStatus.READY;
        var facts = new FactList()
                .add("Status", row.statusInWords())
                .add("Reason", row.reason())
                .add("Recipient", row.recipient())
                .add("Recipient's public key", row.recipientKey())
                .add("Asked for", row.askedAt(), zone, row.askedByName())
                .add(isDeclined ? "Declined" : "Released", row.decidedAt(), zone, row.decidedByName());
        if (row.contents() != null && row.sha256() != null) {
            facts.add("In the file", row.contents())
                    .add("Size", Count.of(row.bytes(), "byte", "bytes"))
                    .add("SHA-256 of the file", row.sha256());
        }
        return facts.add(
                        "To be downloaded until",
                        row.untilAt() == null || !isReady ? null : Dates.dayAndTime(row.untilAt(), zone))
                .add("Closed", row.closedAt() == null ? null : Dates.dayAndTime(row.closedAt(), zone))
                .add("Why it was closed", row.closingReason())
                .add("Sensitive patients of the clinic", ClinicExportDialogs.isOfficer() ? sensitiveInWords() : null);
    }

    private String sensitiveInWords() {
        return sensitive.isEmpty() ? "None" : String.join(", ", sensitive);
    }
}
