package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.incidents.AffectedPatient;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentId;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Count;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.io.IOException;
import java.util.List;

/** Exports the frozen list of affected patients as CSV, with a reason and with the password. */
final class IncidentExportDialog {
    private IncidentExportDialog() {}

    static void open(IncidentService incidents, ProofFirst proof, IncidentId id) {
        var form = RegisterScreen.form("Export the affected patients")
                .typedIf(() -> false)
                .say("By number, with the times of the accesses. Who exported it and why goes on record.")
                .asking(proof::continuing);
        var reason = form.reason(
                UiFields.line("Reason for the export", IncidentService.LONGEST_REASON), "Say why, in a few words");
        var place = Ui.div("stack-1");
        form.at(IncidentField.REASON, reason).add(place).open("Make the file", () -> {
            var patients = incidents.export(id, reason.getValue());
            var csv = new Anchor((DownloadEvent event) -> write(event, patients), "CSV");
            csv.addClassName("act");
            place.removeAll();
            place.add(Ui.text("", "The file has " + Count.of(patients.size(), "patient", "patients") + "."), csv);
            return false;
        });
    }

    private static void write(DownloadEvent event, List<AffectedPatient> patients) throws IOException {
        event.setFileName("affected-patients.csv");
        event.setContentType("text/csv; charset=utf-8");
        try (var file = new CsvFile(event.getOutputStream())) {
            file.row("Patient", "Entries", "First at", "Last at");
            patients.forEach(row -> file.row(row.patientNumber(), row.accesses(), row.firstAt(), row.lastAt()));
        }
    }
}
