package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Ui;

/** The care team on the patient's page, with what each member does. */
@org.springframework.stereotype.Component
class CareTeamCard {
    private final FileDialogs dialogs;

    CareTeamCard(FileDialogs dialogs) {
        this.dialogs = dialogs;
    }

    Component of(PatientDetails patient) {
        var shown = patient.careTeam().stream()
                .map(member -> member(member, patient))
                .toList();
        return isKeptBy(patient)
                ? FileCards.card(
                        "Care team",
                        shown,
                        "No one yet",
                        FileCards.button("Add to the team…", "team", () -> dialogs.join(patient)))
                : FileCards.card("Care team", shown, "No one yet");
    }

    private static boolean isKeptBy(PatientDetails patient) {
        return AtClinic.may(Permission.CARE_TEAM, patient.clinics());
    }

    private Div member(CareTeamMember member, PatientDetails patient) {
        var line = Ui.div("file-line", Ui.text("grow", member.nameAndRole()));
        var isMe = member.id().equals(CurrentUser.current().staff());
        if (member.isOfTeam() && (isMe || isKeptBy(patient))) {
            var out = FileCards.small(isMe ? "Leave…" : "Remove…", () -> dialogs.leave(patient, member, isMe));
            out.setAriaLabel(isMe ? "Leave the care team" : "Remove from the care team: " + member.name());
            line.add(out);
            if (isKeptBy(patient)) {
                var role = FileCards.small("Role…", () -> dialogs.role(patient, member));
                role.setAriaLabel("Role of " + member.name());
                line.addComponentAtIndex(1, role);
            }
        }
        return line;
    }
}
