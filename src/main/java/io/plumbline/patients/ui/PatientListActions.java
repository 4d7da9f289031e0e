package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The buttons above the list of patients. Only those that the current user may press are made: a hidden one would take
 * 5 kB of each session too.
 */
final class PatientListActions {
    private PatientListActions() {}

    static void add(
            PatientListView view,
            PatientExportService exports,
            PatientDuplicateService duplicates,
            ProofFirst proof,
            ClinicService clinics) {
        var actions = new ArrayList<Component>();
        if (CurrentUser.may(Permission.PATIENT_MERGE)) {
            duplicates(duplicates.count()).ifPresent(actions::add);
        }
        if (CurrentUser.may(Permission.PATIENT_EXPORT)) {
            actions.add(new Button("Export…", e -> PatientExport.dialog(exports, proof, clinics)
                    .open()));
        }
        if (CurrentUser.may(Permission.PATIENT_IMPORT)) {
            actions.add(new Button("Import…", e -> Ui.navigate(Routes.PATIENT_IMPORTS)));
        }
        if (CurrentUser.may(Permission.PATIENT_WRITE)) {
            var add = new Button("Add patient", Icon.PLUS.create(), e -> PatientListView.addTyped(""));
            Keys.on(add, "n", "Add patient");
            actions.add(add);
        }
        if (!actions.isEmpty()) {
            Ui.pageActions(view, actions.toArray(Component[]::new));
        }
    }

    /** Leads to the possible duplicates, if there are any. */
    private static Optional<Component> duplicates(long count) {
        if (count == 0) {
            return Optional.empty();
        }
        var many = count < PatientDuplicateService.MOST_COUNTED
                ? String.valueOf(count)
                : (PatientDuplicateService.MOST_COUNTED - 1) + "+";
        return Optional.of(
                new Button("Possible duplicates (" + many + ")", e -> Ui.navigate(Routes.PATIENT_DUPLICATES)));
    }
}
