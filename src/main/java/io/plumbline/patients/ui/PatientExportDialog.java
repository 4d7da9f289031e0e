package io.plumbline.patients.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.exports.ExportedPatient;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Exports the patients of the person's clinics to a CSV file, after asking why. */
class PatientExportDialog extends Composite<Dialog> {
    private final PatientExportService exports;
    private final Map<ClinicId, ClinicLabel> clinics;
    private final TextField reason = new TextField("Reason for the export");
    private final Div place = new Div();

    PatientExportDialog(PatientExportService exports, ClinicService clinics) {
        this.exports = exports;
        this.clinics = clinics.labels();
        reason.setMaxLength(PatientExportService.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Export patients",
                () -> !reason.isEmpty(),
                new Button("Export", e -> export()),
                Ui.text(
                        "muted",
                        String.format(
                                        Locale.ENGLISH,
                                        "%,d patients of your clinics as a CSV file: names, birth date and contact details,"
                                                + " nothing",
                                        exports.count())
                                + " clinical. Who exported them, how many and why goes on record."),
                reason,
                place);
    }

    void open() {
        getContent().open();
    }

    private void export() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        place.removeAll();
        var stated = reason.getValue();
        var file = new Anchor((DownloadEvent event) -> write(event, stated), "Download again");
        place.add(Ui.text("", "The download is starting. "), file);
        file.getElement().callJsFunction("click");
    }

    /** Writes the file; each download is recorded in the audit trail, including repeated ones. */
    private void write(DownloadEvent event, String stated) throws IOException {
        StoreWait.takesItsTime();
        exports.record(stated);
        event.setFileName("patients.csv");
        event.setContentType("text/csv; charset=utf-8");
        try (var file = new CsvFile(event.getOutputStream())) {
            file.row(
                    "Number",
                    "Given name",
                    "Family name",
                    "Preferred name",
                    "Birth date",
                    "Phone",
                    "E-mail",
                    "Language",
                    "Address",
                    "Clinics");
            try {
                exports.export(patient -> row(file, patient));
            } catch (RuntimeException failed) {
                // the file ends as one that is whole does
                file.row("THIS FILE IS NOT COMPLETE. Export it again.");
                throw failed;
            }
        }
    }

    private void row(CsvFile file, ExportedPatient patient) {
        file.row(
                patient.number(),
                patient.givenName(),
                patient.familyName(),
                patient.preferredName(),
                patient.birthDate(),
                patient.phone(),
                patient.email(),
                patient.language(),
                patient.address(),
                patient.clinics().stream()
                        .map(clinics::get)
                        .filter(Objects::nonNull)
                        .map(ClinicLabel::name)
                        .collect(Collectors.joining(", ")));
    }
}
