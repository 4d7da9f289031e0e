package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.records.disclosures.DisclosureField;
import io.plumbline.records.disclosures.DisclosureReport;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes the report of a patient's disclosures, as PDF and CSV, after asking why. */
class DisclosureReportDialog extends Composite<Dialog> {
    private final DisclosureService disclosures;
    private final IdentityService identity;
    private final DocumentDownloads downloads;
    private final TextField patient = new PatientNumberField();
    private final TextField reason = new TextField("Reason for the report");
    private final Div messages = new Div();
    private final Div place = Ui.div("stack-1");

    DisclosureReportDialog(
            DisclosureService disclosures, IdentityService identity, DocumentDownloads downloads, String number) {
        this.disclosures = disclosures;
        this.identity = identity;
        this.downloads = downloads;
        patient.setValue(number);
        reason.setMaxLength(DisclosureService.LONGEST_REASON);
        reason.setHelperText("Such as: the patient asked for it in writing on March 3");
        for (var field : List.of(patient, reason)) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Report of disclosures",
                () -> !reason.isEmpty() && place.getComponentCount() == 0,
                new Button("Make the report", e -> make()),
                messages,
                Ui.text(
                        "muted",
                        "The disclosures of one patient of the last six years, without those entered in error. Who made"
                                + " the report, for whom and why goes on record."),
                patient,
                reason,
                place);
    }

    void open() {
        getContent().open();
    }

    private void make() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(patient, "Enter the number of the patient");
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .at(DisclosureField.PATIENT, patient)
                    .at(DisclosureField.REASON, reason)
                    .run(() -> show(disclosures.report(patient.getValue(), reason.getValue())));
        } catch (ProofNeeded needed) {
            ProofDialog.toConfirm(identity::prove, this::make).open();
        }
    }

    private void show(DisclosureReport report) {
        var csv = new Anchor((DownloadEvent event) -> write(event, report), "CSV");
        csv.addClassName("act");
        place.removeAll();
        var count = report.rows().size();
        place.add(
                Ui.text("", "The report of " + report.numbers() + " has " + count + (count == 1 ? " row." : " rows.")),
                Ui.div(
                        "cluster",
                        downloads.link("disclosures.pdf", () -> Optional.of(DisclosureDocument.of(report))),
                        csv));
    }

    private static void write(DownloadEvent event, DisclosureReport report) throws IOException {
        event.setFileName("disclosures.csv");
        event.setContentType("text/csv; charset=utf-8");
        try (var file = new CsvFile(event.getOutputStream())) {
            file.row("Patient", "First on", "Times", "Last on", "Recipient", "Address", "What", "Purpose");
            report.rows()
                    .forEach(row -> file.row(
                            row.patientNumber(),
                            row.disclosedOn(),
                            row.times(),
                            row.lastOn(),
                            row.recipient(),
                            row.address(),
                            row.what(),
                            row.purpose()));
        }
    }
}
