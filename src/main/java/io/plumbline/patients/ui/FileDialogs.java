package io.plumbline.patients.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
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
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
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
        var kind = select("Alert type", AlertKind.values(), AlertKind::label);
        var words = new TextField("Description");
        words.setMaxLength(160);
        // a value sent only on blur would not arrive while the dialog asks whether to close
        words.setValueChangeMode(ValueChangeMode.EAGER);
        var regions = regions(Set.of());
        regions.setVisible(false);
        var audience = select("Visible to", AlertAudience.values(), AlertAudience::label);
        audience.setVisible(patient.clinical() != null);
        audience.setValue(AlertAudience.EVERYBODY);
        var from = Days.field("From");
        from.setValue(patient.today());
        var until = Days.field("End date, if known");
        kind.addValueChangeListener(e -> {
            words.setHelperText(e.getValue().speaksForItself() ? "Optional" : "");
            regions.setVisible(patient.clinical() != null && e.getValue().mayHaveRegions());
            if (patient.clinical() != null) {
                audience.setValue(e.getValue().usualAudience());
            }
        });
        var operation = OperationId.next();
        FileDialog.ask(
                "Add an alert",
                "alert",
                "Add alert",
                () -> !words.isEmpty() || !kind.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    wrong.refuseEmpty(kind, "Choose an alert type");
                    wrong.refuseEmpty(from, "Choose the first day");
                    wrong.refuse(until, false, "");
                    if (!wrong.areNone()) {
                        return false;
                    }
                    var draft = new AlertDraft(
                            kind.getValue(),
                            words.getValue(),
                            audience.getValue(),
                            from.getValue(),
                            until.getValue(),
                            regions.isVisible() ? regions.getValue() : Set.of());
                    var alert = alerts.add(patient.id(), draft, operation);
                    FileDialog.undoable(
                            "Alert added: "
                                    + draft.kind().sentence(draft.words().strip()),
                            "alert",
                            () -> alerts.undoAddition(alert));
                    return true;
                },
                kind,
                words,
                regions,
                audience,
                from,
                until);
    }

    void regions(AlertRow alert) {
        var regions = regions(alert.regions());
        FileDialog.ask(
                "Where “" + alert.sentence() + "” applies",
                "alert",
                "Save areas",
                () -> !regions.getValue().equals(alert.regions()),
                () -> {
                    alerts.setRegions(alert.id(), alert.version(), regions.getValue());
                    return true;
                },
                regions);
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
        var colleagues = careTeam.findCandidates(patient).toArray(PractitionerLabel[]::new);
        var who = select("Practitioner", colleagues, PractitionerLabel::name);
        who.setHelperText(
                patient.sensitive()
                        ? "Only people who are named for this sensitive record. A chiropractor who treats the patient,"
                                + " or the privacy officer, adds others"
                        : "They get access to the patient's record");
        FileDialog.ask(
                "Add to the care team",
                "team",
                "Add",
                () -> !who.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    wrong.refuseEmpty(who, "Choose a practitioner");
                    if (!wrong.areNone()) {
                        return false;
                    }
                    careTeam.join(patient.id(), who.getValue().id());
                    return true;
                },
                who);
    }

    void role(PatientDetails patient, CareTeamMember member) {
        var role = select("Role on the care team", CareTeamMember.Role.values(), CareTeamMember.Role::label);
        role.setItemLabelGenerator(item -> item == null ? "Not stated" : item.label());
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption("Not stated");
        role.setHelperText("One at most is the lead clinician");
        role.setValue(member.role());
        FileDialog.ask(
                "Role of " + member.name(),
                "team",
                "Save role",
                () -> role.getValue() != member.role(),
                () -> {
                    careTeam.setRole(patient.id(), member.id(), role.getValue());
                    return true;
                },
                role);
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

    private static <T> Select<T> select(String label, T[] items, ItemLabelGenerator<T> word) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(word);
        select.setPlaceholder("Choose");
        return select;
    }
}
