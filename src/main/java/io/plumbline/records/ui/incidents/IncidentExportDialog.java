package io.plumbline.records.ui.incidents;

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
import io.plumbline.records.incidents.AffectedPatient;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentId;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.Count;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.util.List;

/** Exports the frozen list of affected patients as CSV, with a reason and with the password. */
class IncidentExportDialog extends Composite<Dialog> {
    private final IncidentService incidents;
    private final IdentityService identity;
    private final IncidentId id;
    private final TextField reason = new TextField("Reason for the export");
    private final Div messages = new Div();
    private final Div place = Ui.div("stack-1");

    IncidentExportDialog(IncidentService incidents, IdentityService identity, IncidentId id) {
        this.incidents = incidents;
        this.identity = identity;
        this.id = id;
        reason.setMaxLength(IncidentService.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Export the affected patients",
                () -> false,
                new Button("Make the file", e -> make()),
                messages,
                Ui.text("muted", "By number, with the times of the accesses. Who exported it and why goes on record."),
                reason,
                place);
    }

    void open() {
        getContent().open();
        reason.focus();
    }

    private void make() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .at(IncidentField.REASON, reason)
                    .run(() -> show(incidents.export(id, reason.getValue())));
        } catch (ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, this::make).open();
        }
    }

    private void show(List<AffectedPatient> patients) {
        var csv = new Anchor((DownloadEvent event) -> write(event, patients), "CSV");
        csv.addClassName("act");
        place.removeAll();
        place.add(Ui.text("", "The file has " + Count.of(patients.size(), "patient", "patients") + "."), csv);
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
