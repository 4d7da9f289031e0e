package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.clinicexports.ClinicExportStatus;
import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One export: who asked, who released it, how far it is, and what the current user may do with it. */
class ClinicExportDialog extends Composite<Dialog> {
    private static final String CHANGED = "Somebody changed this export in the meantime. Close it and open it again";

    private final ClinicExportDialogs dialogs;
    private final ClinicExportService exports;
    private final ClinicExportReleaseService releases;
    private final IdentityService identity;
    private final Runnable changed;
    private final Div content = Ui.div("stack-3");
    private final List<String> sensitive;
    private ClinicExportRow shown;

    ClinicExportDialog(
            ClinicExportDialogs dialogs,
            ClinicExportScreens screens,
            ClinicExportService exports,
            ClinicExportReleaseService releases,
            IdentityService identity,
            ClinicExportRow row,
            Runnable changed) {
        this.dialogs = dialogs;
        this.exports = exports;
        this.releases = releases;
        this.identity = identity;
        this.changed = changed;
        shown = row;
        sensitive = ClinicExportDialogs.isOfficer() ? releases.sensitivePatients(row.id()) : List.of();
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Export of " + row.clinic(), content);
        draw(row);
        screens.keepUpToDate(content, this::goOn);
    }

    void open() {
        getContent().open();
    }

    /** Shows how far the file is. Nothing else is drawn again by itself: a download would lose its link. */
    private void goOn() {
        if (shown.status() == ClinicExportStatus.RELEASED) {
            draw(dialogs.find(shown.id()));
        }
    }

    private void draw(ClinicExportRow row) {
        shown = row;
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        var isMine = row.askedBy().equals(CurrentUser.current().staff());
        var actions = Ui.div("cluster");
        if (row.status() == ClinicExportStatus.ASKED && ClinicExportDialogs.isOfficer()) {
            actions.add(
                    new Button(
                            "Release…",
                            e -> new ReleaseDialog(releases, identity, row, sensitive, () -> drawAgain(row)).open()),
                    new Button(
                            "Decline…",
                            e -> ask(
                                    "Decline the export",
                                    "No file is made.",
                                    "Decline",
                                    row,
                                    reason -> releases.decline(row.id(), row.version(), reason))));
        }
        if (row.status() == ClinicExportStatus.READY && isMine && ClinicExportDialogs.isManager()) {
            content.add(new ExportDownload(exports, identity, row.id(), () -> drawAgain(row)));
        }
        if (row.status().isOpen() && (isMine || row.status() != ClinicExportStatus.ASKED)) {
            actions.add(new Button(
                    "Cancel the export…",
                    e -> ask(
                            "Cancel the export",
                            "The file is deleted, also while it is being made.",
                            "Cancel the export",
                            row,
                            reason -> cancel(row, reason))));
        }
        content.add(actions);
    }

    private void cancel(ClinicExportRow row, String reason) {
        if (ClinicExportDialogs.isOfficer()) {
            releases.cancel(row.id(), row.version(), reason);
        } else {
            exports.cancel(row.id(), row.version(), reason);
        }
    }

    private String[] facts(ClinicExportRow row) {
        var zone = dialogs.zone();
        var facts = new ArrayList<>(List.of(
                "Status",
                row.statusInWords(),
                "Reason",
                row.reason(),
                "Recipient",
                row.recipient(),
                "Recipient's public key",
                row.recipientKey(),
                "Asked for",
                Dates.dayAndTime(row.askedAt(), zone) + ", " + row.askedByName()));
        if (row.decidedAt() != null) {
            facts.add(row.status() == ClinicExportStatus.DECLINED ? "Declined" : "Released");
            facts.add(Dates.dayAndTime(row.decidedAt(), zone) + ", " + row.decidedByName());
        }
        if (row.contents() != null && row.sha256() != null) {
            facts.addAll(List.of(
                    "In the file",
                    row.contents(),
                    "Size",
                    Count.of(row.bytes(), "byte", "bytes"),
                    "SHA-256 of the file",
                    row.sha256()));
        }
        if (row.status() == ClinicExportStatus.READY && row.untilAt() != null) {
            facts.addAll(List.of("To be downloaded until", Dates.dayAndTime(row.untilAt(), zone)));
        }
        if (row.closedAt() != null) {
            facts.addAll(List.of("Closed", Dates.dayAndTime(row.closedAt(), zone)));
        }
        if (row.closingReason() != null) {
            facts.addAll(List.of("Why it was closed", row.closingReason()));
        }
        if (ClinicExportDialogs.isOfficer()) {
            facts.addAll(List.of("Sensitive patients of the clinic", ReleaseDialog.inWords(sensitive)));
        }
        return facts.toArray(String[]::new);
    }

    private void ask(String title, String explanation, String verb, ClinicExportRow row, Consumer<String> action) {
        new ReasonDialog(title, explanation, verb, reason -> {
                    var refusal = Attempt.refusalOf(() -> action.accept(reason), () -> CHANGED);
                    if (refusal.isEmpty()) {
                        drawAgain(row);
                    }
                    return refusal;
                })
                .open();
    }

    private void drawAgain(ClinicExportRow row) {
        draw(dialogs.find(row.id()));
        changed.run();
    }
}
