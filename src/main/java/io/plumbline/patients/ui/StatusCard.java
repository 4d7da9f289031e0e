package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientStatusService;
import io.plumbline.patients.status.StatusChange;
import io.plumbline.patients.status.StatusDraft;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.List;

/** Whether a patient is active, inactive or deceased, since when and why, and the dialogs that change it. */
@org.springframework.stereotype.Component
class StatusCard {
    private static final String OPENER = "status";

    private final PatientStatusService statuses;
    private final ClinicService clinics;

    StatusCard(PatientStatusService statuses, ClinicService clinics) {
        this.statuses = statuses;
        this.clinics = clinics;
    }

    Component of(PatientDetails patient) {
        var changes = statuses.findChanges(patient);
        var card = Ui.card("Status");
        card.add(Ui.text(
                "strong",
                patient.status() == PatientStatus.ACTIVE
                        ? PatientStatus.ACTIVE.label()
                        : patient.status().sentence(patient.statusSince())));
        changes.forEach(change -> card.add(change(change)));
        if (AtClinic.may(Permission.PATIENT_STATUS, patient.clinics())) {
            var isActive = patient.status() == PatientStatus.ACTIVE;
            var buttons = Ui.div("cluster");
            if (!isActive) {
                buttons.add(FileCards.button("Set active…", OPENER, () -> reactivate(patient)));
            }
            if (patient.status().next().contains(PatientStatus.DECEASED)) {
                buttons.add(FileCards.button(
                        isActive ? "Change status…" : "Set deceased…",
                        isActive ? OPENER : "deceased",
                        () -> end(patient)));
            }
            card.add(buttons);
        }
        return card;
    }

    private Div change(StatusChange change) {
        var words =
                switch (change.status()) {
                    case ACTIVE -> "Set active again: ";
                    case INACTIVE -> PatientStatus.INACTIVE.sentence(change.since()) + ": ";
                    case DECEASED -> PatientStatus.DECEASED.sentence(change.since()) + ", source: ";
                };
        var line = Ui.div(
                "stack-0",
                Ui.text("", words + change.reason()),
                Ui.text(
                        "muted small",
                        "Recorded " + Dates.stamp(change.at(), clinics.ownZone()) + " by " + change.by()));
        if (!change.openBefore().isEmpty()) {
            line.add(new Details("What was open (" + change.openBefore().size() + ")", list(change.openBefore())));
        }
        return line;
    }

    private static UnorderedList list(List<String> lines) {
        return Ui.list("", lines.stream().map(Text::new));
    }

    private void end(PatientDetails patient) {
        var open = statuses.findOpen(patient.id());
        var form = FileDialog.form("Change status");
        var next = form.optional(UiFields.radio(
                "New status",
                patient.status() == PatientStatus.ACTIVE
                        ? List.of(PatientStatus.INACTIVE, PatientStatus.DECEASED)
                        : List.of(PatientStatus.DECEASED),
                PatientStatus::label));
        var since = form.optional(Days.field("Since"));
        since.setValue(patient.today());
        since.setMax(patient.today());
        var reason = form.optional(UiFields.line("Reason", StatusDraft.LONGEST_REASON));
        form.typedIf(() -> !reason.isEmpty()).check(wrong -> {
            wrong.refuse(
                    since,
                    since.isEmpty() || since.getValue().isAfter(patient.today()),
                    since.isEmpty() ? "Choose the day" : "The day is in the future");
            if (next.getValue() == PatientStatus.DECEASED) {
                wrong.refuseEmpty(reason, "Enter who reported it");
            } else {
                wrong.refuseNoReason(reason, "Enter the reason");
            }
        });
        var effects = Ui.div("stack-2");
        next.addValueChangeListener(e -> {
            var isDeceased = e.getValue() == PatientStatus.DECEASED;
            since.setLabel(isDeceased ? "Date of death" : "Inactive since");
            reason.setLabel(isDeceased ? "Source" : "Reason");
            reason.setHelperText(isDeceased ? "Who reported the death" : "Such as: moved to another town");
            // the day of a death is never assumed
            if (isDeceased && patient.today().equals(since.getValue())) {
                since.clear();
            } else if (!isDeceased && since.isEmpty()) {
                since.setValue(patient.today());
            }
            effects.removeAll();
            effects.add(effects(open, e.getValue()));
        });
        next.setValue(patient.status() == PatientStatus.ACTIVE ? PatientStatus.INACTIVE : PatientStatus.DECEASED);
        FileDialog.open(
                form.add(effects), patient.status() == PatientStatus.ACTIVE ? OPENER : "deceased", "Set status", () -> {
                    statuses.set(patient.id(), new StatusDraft(next.getValue(), since.getValue(), reason.getValue()));
                    Toast.done("Status: " + next.getValue().label());
                });
    }

    private static Component effects(List<OpenItem> open, PatientStatus next) {
        var after =
                "After that nothing can be booked, no plan can be activated, and no mail is sent. Notes of past visits"
                        + " can still be completed.";
        if (open.isEmpty()) {
            return Ui.div("stack-2", Ui.text("strong", "Nothing is open"), Ui.text("muted", after));
        }
        return Ui.div(
                "stack-2",
                Ui.text("strong", "What is open, and what becomes of it"),
                list(open.stream().map(item -> item.sentence(next)).toList()),
                Ui.text("muted", "The list stays on the record. " + after));
    }

    private void reactivate(PatientDetails patient) {
        var form = FileDialog.form("Set active again");
        var reason = form.optional(UiFields.line("Reason", StatusDraft.LONGEST_REASON));
        form.check(wrong -> wrong.refuseNoReason(reason, "Enter the reason"))
                .say("What was ended does not return: book again what is needed. A plan on hold is resumed by a"
                        + " clinician; a revoked plan stays revoked.");
        FileDialog.open(form, OPENER, "Set active", () -> {
            statuses.reactivate(patient.id(), reason.getValue());
            Toast.done("Status: " + PatientStatus.ACTIVE.label());
        });
    }
}
