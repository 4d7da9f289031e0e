package io.plumbline.patients.ui;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.exports.ExportedPatient;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.shared.Count;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Exports the patients of the person's clinics to a CSV file. */
final class PatientExport {
    private PatientExport() {}

    static CsvExportDialog dialog(PatientExportService exports, ProofFirst proof, ClinicService clinics) {
        var names = clinics.labels();
        var sentence = Count.of(exports.count(), "patient", "patients")
                + " of your clinics as a CSV file: names, birth date and contact details, nothing clinical.";
        return new CsvExportDialog(
                new CsvExportDialog.What(
                        "Export patients", sentence, "patients.csv", PatientExportService.LONGEST_REASON),
                proof::run,
                (file, reason) -> {
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
                            "Status",
                            "Clinics");
                    exports.export(reason, patient -> row(file, patient, names));
                });
    }

    private static void row(CsvFile file, ExportedPatient patient, Map<ClinicId, ClinicLabel> clinics) {
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
                patient.status().label(),
                patient.clinics().stream()
                        .map(clinics::get)
                        .filter(Objects::nonNull)
                        .map(ClinicLabel::name)
                        .collect(Collectors.joining(", ")));
    }
}
