package io.plumbline.patients.ui.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.duplicates.PatientDuplicate;
import io.plumbline.patients.duplicates.PatientDuplicateFilter;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.patients.ui.MergeDialog;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.CardList;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.dao.ConcurrencyFailureException;

/** Patients who are probably the same person, side by side, for a manager to merge or to dismiss as two people. */
@Route(Routes.PATIENT_DUPLICATES)
@PageTitle("Possible duplicate patients · Plumbline")
@RolesAllowed(Permission.PATIENT_MERGE)
class PatientDuplicatesView extends Main implements BeforeEnterObserver {
    private final PatientDuplicateService duplicates;
    private final MergeDialog merge;
    private final ClinicService clinics;
    private final CardList<PatientDuplicateFilter, PatientDuplicate> pairs;

    PatientDuplicatesView(PatientDuplicateService duplicates, MergeDialog merge, ClinicService clinics) {
        this.duplicates = duplicates;
        this.merge = merge;
        this.clinics = clinics;
        pairs = new CardList<>(
                Routes.PATIENT_DUPLICATES,
                "Filter possible duplicates",
                PatientDuplicateFilter.class,
                PatientDuplicateFilter::label,
                duplicates::list,
                this::card,
                PatientDuplicatesView::nothing);
        Ui.page(
                this,
                "Possible duplicate patients",
                "Patients of your clinics who are probably the same person.",
                pairs.parts());
        Ui.pageActions(this, new Button("All patients", e -> Ui.navigate(Routes.PATIENTS)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        pairs.enter(event);
    }

    private static EmptyState nothing(PatientDuplicateFilter filter) {
        return switch (filter) {
            case OPEN ->
                new EmptyState(
                        Icon.DONE,
                        "No possible duplicates",
                        "Patients who share a birth date and a name, phone or e-mail appear here by themselves. If you know"
                                + " of two records of one person, open one and press Merge another record… in its Person"
                                + " tab.");
            case DISMISSED ->
                new EmptyState(
                        Icon.COPY,
                        "No pairs dismissed yet",
                        "Patients who were marked as not the same person appear here, with the person who decided.");
        };
    }

    /** Renders two patients side by side, with what they have in common and what can be done. */
    private Component card(PatientDuplicate pair) {
        return Ui.div(
                "card stack-2",
                Ui.text("strong", pair.why()),
                Ui.div("side-by-side", side(pair.first()), side(pair.second())),
                pair.dismissedBy() == null ? open(pair) : dismissed(pair, pair.dismissedBy()));
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

    private Component open(PatientDuplicate pair) {
        var opener = "merge-" + pair.id();
        var mergeBoth = new Button("Merge…", e -> merge.ask(pair.first(), pair.second(), clinics.ownToday(), opener));
        mergeBoth.setId(FileDialog.opener(opener));
        mergeBoth.setAriaLabel("Merge " + names(pair) + "…");
        var different = names(pair) + " are not the same person";
        var dismiss = Ui.once(
                "Not the same person",
                () -> attempt(() -> {
                    duplicates.dismiss(pair.id());
                    Toast.undoable(different, different, () -> attempt(() -> duplicates.undoDismissal(pair.id())));
                }));
        dismiss.setAriaLabel(different);
        return Ui.div("cluster", mergeBoth, dismiss);
    }

    private Component dismissed(PatientDuplicate pair, String by) {
        var again = Ui.once("Propose again", () -> attempt(() -> duplicates.undoDismissal(pair.id())));
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

    /** Shows the list as it is after a decision, whether it succeeded or failed. */
    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (ConcurrencyFailureException | NotAvailable changed) {
            Toast.warn("A colleague changed this first. This is the current list.");
        }
        pairs.refresh();
    }
}
