package io.plumbline.patients.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Set;

/** The dialogs of a patient's file; each stays open with its input until the action succeeds. */
@org.springframework.stereotype.Component
class FileDialogs {
    private final AlertService alerts;
    private final CareTeamService careTeam;

    FileDialogs(AlertService alerts, CareTeamService careTeam) {
        this.alerts = alerts;
        this.careTeam = careTeam;
    }

    void alert(PatientDetails patient) {
        var form = FileDialog.form("Add an alert");
        var kind = form.required(
                choose(UiFields.choice("Alert type", AlertKind.values(), AlertKind::label)), "Choose an alert type");
        var words = form.optional(UiFields.line("Description", 160));
        var regions = form.optional(regions(Set.of()));
        regions.setVisible(false);
        var audience = form.optional(UiFields.choice("Visible to", AlertAudience.values(), AlertAudience::label));
        audience.setVisible(patient.clinical() != null);
        audience.setValue(AlertAudience.EVERYBODY);
        var from = form.required(Days.field("From"), "Choose the first day");
        from.setValue(patient.today());
        var until = form.optional(Days.field("End date, if known"));
        form.check(wrong -> wrong.refuse(until, false, ""));
        kind.addValueChangeListener(e -> {
            words.setHelperText(e.getValue().speaksForItself() ? "Optional" : "");
            regions.setVisible(patient.clinical() != null && e.getValue().mayHaveRegions());
            if (patient.clinical() != null) {
                audience.setValue(e.getValue().usualAudience());
            }
        });
        var operation = OperationId.next();
        FileDialog.open(form, "alert", "Add alert", () -> {
            var draft = new AlertDraft(
                    kind.getValue(),
                    words.getValue(),
                    audience.getValue(),
                    from.getValue(),
                    until.getValue(),
                    regions.isVisible() ? regions.getValue() : Set.of());
            var alert = alerts.add(patient.id(), draft, operation);
            FileDialog.undoable(
                    "Alert added: " + draft.kind().sentence(draft.words().strip()),
                    "alert",
                    () -> alerts.undoAddition(alert));
        });
    }

    void regions(AlertRow alert) {
        var form = FileDialog.form("Where “" + alert.sentence() + "” applies");
        var regions = form.optional(regions(alert.regions()));
        FileDialog.open(
                form, "alert", "Save areas", () -> alerts.setRegions(alert.id(), alert.version(), regions.getValue()));
    }

    private static MultiSelectComboBox<BodyRegion> regions(Set<BodyRegion> chosen) {
        var regions = new MultiSelectComboBox<BodyRegion>("Areas of the body");
        regions.setItems(BodyRegion.all());
        regions.setItemLabelGenerator(BodyRegion::label);
        regions.setHelperText("Asked about only where one of them is treated. Leave it empty for the whole body");
        regions.setValue(chosen);
        regions.setWidthFull();
        return regions;
    }

    void end(AlertRow alert) {
        FileDialog.confirm(
                "End this alert?",
                alert.sentence() + " will no longer be shown. It stays in the timeline.",
                "End",
                "alert",
                "Alert ended: " + alert.sentence(),
                () -> alerts.end(alert.id(), alert.version()),
                () -> alerts.undoEnd(alert.id()));
    }

    void join(PatientDetails patient) {
        var form = FileDialog.form("Add to the care team");
        var who = form.required(
                choose(UiFields.choice("Practitioner", careTeam.findCandidates(patient), PractitionerLabel::name)),
                "Choose a practitioner");
        who.setHelperText(
                patient.sensitive()
                        ? "Only people who are named for this sensitive record. A chiropractor who treats the patient,"
                                + " or the privacy officer, adds others"
                        : "They get access to the patient's record");
        FileDialog.open(
                form,
                "team",
                "Add",
                () -> careTeam.join(patient.id(), who.getValue().id()));
    }

    void role(PatientDetails patient, CareTeamMember member) {
        var form = FileDialog.form("Role of " + member.name());
        var role = form.optional(UiFields.optional(
                "Role on the care team",
                "Not stated",
                List.of(CareTeamMember.Role.values()),
                CareTeamMember.Role::label));
        role.setHelperText("One at most is the lead clinician");
        role.setValue(member.role());
        FileDialog.open(form, "team", "Save role", () -> careTeam.setRole(patient.id(), member.id(), role.getValue()));
    }

    void leave(PatientDetails patient, CareTeamMember member, boolean isMe) {
        new ConfirmDialog(
                        isMe ? "Leave the care team?" : "Remove " + member.name() + " from the care team?",
                        "The record is closed to " + (isMe ? "you" : "them")
                                + ", unless an appointment or a treatment plan gives access.",
                        isMe ? "Leave" : "Remove",
                        e -> {
                            Attempt.telling(Toast::warn).run(() -> {
                                var isStillMine = careTeam.leave(patient.id(), member.id());
                                Toast.done(
                                        isMe
                                                ? "You left the care team"
                                                : member.name() + " removed from the care team");
                                if (isStillMine) {
                                    FileDialog.showAgain("team");
                                } else {
                                    UI.getCurrentOrThrow().navigate(Routes.PATIENTS);
                                }
                            });
                        },
                        "Cancel",
                        e -> {})
                .open();
    }

    private static <T> Select<T> choose(Select<T> select) {
        select.setPlaceholder("Choose");
        return select;
    }
}
