package io.plumbline.patients.ui.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.duplicates.PatientDuplicate;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.patients.ui.MergeDialog;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import org.springframework.dao.ConcurrencyFailureException;

/** Renders two patients side by side, with what they have in common and what can be done. */
@SpringComponent
class PatientDuplicateCards {
    private final PatientDuplicateService duplicates;
    private final MergeDialog merge;
    private final ClinicService clinics;

    PatientDuplicateCards(PatientDuplicateService duplicates, MergeDialog merge, ClinicService clinics) {
        this.duplicates = duplicates;
        this.merge = merge;
        this.clinics = clinics;
    }

    /** @param done runs after a decision on the pair, whether it succeeded or failed */
    Component card(PatientDuplicate pair, Runnable done) {
        return Ui.div(
                "card stack-2",
                Ui.text("strong", pair.why()),
                Ui.div("side-by-side", side(pair.first()), side(pair.second())),
                pair.dismissedBy() == null ? open(pair, done) : dismissed(pair, pair.dismissedBy(), done));
    }

    private Component side(PatientRow patient) {
        return Ui.div(
                "stack-1",
                new Anchor(Routes.patient(patient.id()), patient.name()),
                Ui.facts(
                        "Number",
                        patient.numberAndStatus(),
                        "Born",
                        patient.birthDate() == null
                                ? "Not known"
                                : Dates.birthDate(patient.birthDate(), clinics.ownToday()),
                        "Phone",
                        patient.phone() == null ? "None" : new PhoneNumber(patient.phone()).shown(),
                        "Next visit",
                        Dates.dayAndTime(patient.nextVisitOn(), patient.nextVisitAt(), "None booked")));
    }

    private Component open(PatientDuplicate pair, Runnable done) {
        var opener = "merge-" + pair.id();
        var mergeBoth = new Button("Merge…", e -> merge.ask(pair.first(), pair.second(), clinics.ownToday(), opener));
        mergeBoth.setId(FileDialog.opener(opener));
        mergeBoth.setAriaLabel("Merge " + names(pair) + "…");
        var different = names(pair) + " are not the same person";
        var dismiss = Ui.once(
                "Not the same person",
                () -> attempt(
                        () -> {
                            duplicates.dismiss(pair.id());
                            Toast.undoable(
                                    different,
                                    different,
                                    () -> attempt(() -> duplicates.undoDismissal(pair.id()), done));
                        },
                        done));
        dismiss.setAriaLabel(different);
        return Ui.div("cluster", mergeBoth, dismiss);
    }

    private Component dismissed(PatientDuplicate pair, String by, Runnable done) {
        var again = Ui.once("Propose again", () -> attempt(() -> duplicates.undoDismissal(pair.id()), done));
        again.setAriaLabel("Propose again: " + names(pair));
        return Ui.div(
                "cluster",
                Ui.text("", "Not the same person · " + by + ", " + Dates.stamp(pair.since(), clinics.ownZone())),
                again);
    }

    private static String names(PatientDuplicate pair) {
        return pair.first().name() + ", " + pair.first().number() + ", and "
                + pair.second().name() + ", " + pair.second().number();
    }

    private static void attempt(Runnable act, Runnable done) {
        try {
            act.run();
        } catch (ConcurrencyFailureException | NotAvailable changed) {
            Toast.warn("A colleague changed this first. This is the current list.");
        }
        done.run();
    }
}
