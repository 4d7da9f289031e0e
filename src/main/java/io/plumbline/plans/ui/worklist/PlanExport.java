package io.plumbline.plans.ui.worklist;

import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.plans.worklist.PlanExportService;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Exports the plans that the worklist shows to a CSV file. */
@Component
class PlanExport {
    private final PlanExportService exports;
    private final ProofFirst proof;
    private final ClinicService clinics;

    PlanExport(PlanExportService exports, ProofFirst proof, ClinicService clinics) {
        this.exports = exports;
        this.proof = proof;
        this.clinics = clinics;
    }

    CsvExportDialog dialog(PlanListAddress shown) {
        return new CsvExportDialog(
                new CsvExportDialog.What(
                        "Export treatment plans",
                        "The plans in the list, as a CSV file, with their progress and dates.",
                        "treatment-plans.csv",
                        PlanExportService.LONGEST_REASON),
                proof::run,
                (file, reason) -> {
                    var names = clinics.labels();
                    file.row(
                            "Patient",
                            "Plan",
                            "Clinic",
                            "Status",
                            "Visits planned",
                            "Visits delivered",
                            "Visits missed",
                            "Next planned visit",
                            "Next booked visit",
                            "Ends");
                    exports.export(shown.filter(), shown.narrowing(), reason, row -> row(file, row, names));
                });
    }

    private static void row(CsvFile file, PlanRow row, Map<ClinicId, ClinicLabel> clinics) {
        file.row(
                row.patientName(),
                row.title(),
                Optional.ofNullable(clinics.get(row.clinic()))
                        .map(ClinicLabel::name)
                        .orElse(""),
                status(row),
                row.planned(),
                row.delivered(),
                row.missed(),
                row.dueOn(),
                row.nextBookedOn(),
                row.endsOn());
    }

    private static String status(PlanRow row) {
        if (row.awaitsAgreement()) {
            return "Draft, agreement missing";
        }
        return row.isOnHold() && row.heldOn() != null
                ? "On hold since " + row.heldOn()
                : row.status().label();
    }
}
