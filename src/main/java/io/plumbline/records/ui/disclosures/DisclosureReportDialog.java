package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.records.disclosures.DisclosureField;
import io.plumbline.records.disclosures.DisclosureReport;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Count;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the report of a patient's disclosures, as PDF and CSV, after asking why. */
@Component
class DisclosureReportDialog {
    private final DisclosureService disclosures;
    private final ProofFirst proof;
    private final DocumentDownloads downloads;

    DisclosureReportDialog(DisclosureService disclosures, ProofFirst proof, DocumentDownloads downloads) {
        this.disclosures = disclosures;
        this.proof = proof;
        this.downloads = downloads;
    }

    /** @param number the number of the patient; may be empty */
    void open(String number) {
        var form = RegisterScreen.form("Report of disclosures")
                .say("The disclosures of one patient of the last six years, without those entered in error. Who made"
                        + " the report, for whom and why goes on record.")
                .asking(proof::confirming);
        var patient = PatientNumberField.in(form, DisclosureField.PATIENT, number);
        var reason = form.reason(
                UiFields.line("Reason for the report", DisclosureService.LONGEST_REASON), "Say why, in a few words");
        reason.setHelperText("Such as: the patient asked for it in writing on March 3");
        var place = Ui.div("stack-1");
        form.at(DisclosureField.REASON, reason)
                .add(place)
                .typedIf(() -> !reason.isEmpty() && place.getComponentCount() == 0)
                .open("Make the report", () -> {
                    show(place, disclosures.report(patient.getValue(), reason.getValue()));
                    return false;
                });
    }

    private void show(Div place, DisclosureReport report) {
        var csv = new Anchor((DownloadEvent event) -> write(event, report), "CSV");
        csv.addClassName("act");
        place.removeAll();
        place.add(
                Ui.text(
                        "",
                        "The report of " + report.numbers() + " has "
                                + Count.of(report.rows().size(), "row", "rows") + "."),
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
