package io.plumbline.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.oldnotes.OldNoteRow;
import io.plumbline.imports.oldnotes.OldNoteService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the old notes of a patient below the session notes, for those who treat the patient. */
@Order(45)
@Component
class OldNotesOfPatient implements PatientSection {
    private static final int FIRST = 10;

    private final OldNoteService notes;
    private final ClinicService clinics;

    OldNotesOfPatient(OldNoteService notes, ClinicService clinics) {
        this.notes = notes;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.NOTES;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var rows = notes.findByPatient(patient);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var card = Ui.card(
                "Old notes",
                Ui.text("muted", "Written in another product and imported. Nobody edits them."),
                new FoldedList(rows.stream().map(this::item).toList(), FIRST, "old notes", "stack-4"));
        Filters.whenShown(card, address -> asked(address, rows)
                .ifPresent(row -> dialog(row).open()));
        return Optional.of(card);
    }

    /** Returns the old note that the address names, such as from the timeline or the search. */
    private static Optional<OldNoteRow> asked(QueryParameters address, List<OldNoteRow> rows) {
        return address.getSingleParameter(Routes.OLD_NOTE).flatMap(id -> rows.stream()
                .filter(row -> row.id().toString().equals(id))
                .findFirst());
    }

    private OldNoteDialog dialog(OldNoteRow row) {
        return new OldNoteDialog(row, () -> notes.open(row.id()));
    }

    private com.vaadin.flow.component.Component item(OldNoteRow row) {
        var error = row.error();
        var words = Ui.div(
                "stack-1 grow",
                Ui.text("strong", row.shownTitle()),
                Ui.text("", Dates.dayAndYear(row.writtenOn()) + (row.author().isEmpty() ? "" : " · " + row.author())),
                Ui.text("muted small", row.origin()));
        if (error != null) {
            words.add(Ui.text("", "Reason: " + error.reason()));
            words.add(Ui.text(
                    "muted small",
                    "Marked " + Dates.dayAndTime(error.at(), clinics.zoneOf(row.clinic())) + " by " + error.by()));
        }
        var actions = Ui.div("cluster", read(row));
        if (error == null && AtClinic.may(Permission.NOTE_WRITE, row.clinic())) {
            actions.add(errorButton(row));
        }
        words.add(actions);
        var badge = error == null ? StatusBadge.neutral("Old note") : StatusBadge.warn("Entered in error");
        return Ui.div("line flag-line", badge, words);
    }

    /** Shows the list as it is now, and no old note that the address names a second time. */
    private static void reload(UI ui) {
        var here = ui.getInternals().getActiveViewLocation();
        if (here.getQueryParameters().getSingleParameter(Routes.OLD_NOTE).isPresent()) {
            ui.navigate(here.getPath());
        } else {
            ui.refreshCurrentRoute(false);
        }
    }

    private Button read(OldNoteRow row) {
        var button = new Button("Read…", e -> dialog(row).open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel("Read " + row.shownTitle() + " of " + Dates.dayAndYear(row.writtenOn()));
        return button;
    }

    private Button errorButton(OldNoteRow row) {
        var button = new Button("Entered in error…", e -> new ReasonDialog(
                        "Mark as entered in error",
                        row.shownTitle() + " stays on the record with the reason, marked as entered in error.",
                        "Mark as entered in error",
                        reason -> {
                            var refusal = Attempt.refusalOf(
                                    () -> notes.enterInError(row.id(), reason),
                                    () -> "A colleague marked this old note first. Close this, and check the"
                                            + " list.");
                            if (refusal.isEmpty()) {
                                reload(UI.getCurrentOrThrow());
                            }
                            return refusal;
                        })
                .open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(
                "Mark " + row.shownTitle() + " of " + Dates.dayAndYear(row.writtenOn()) + " as entered in error");
        return button;
    }
}
