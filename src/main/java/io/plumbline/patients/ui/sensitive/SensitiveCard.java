package io.plumbline.patients.ui.sensitive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.patients.sensitive.SensitiveRecord;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a patient is sensitive, who finds the record, and for chiropractors who treat the patient the dialogs. */
@org.springframework.stereotype.Component
class SensitiveCard implements PatientSection {
    private final SensitivePatientService service;
    private final SensitiveDialogs dialogs;
    private final ClinicService clinics;

    SensitiveCard(SensitivePatientService service, SensitiveDialogs dialogs, ClinicService clinics) {
        this.service = service;
        this.dialogs = dialogs;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.PERSON;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        var mayChange = AtClinic.may(Permission.SENSITIVE_MARK, patient.clinics()) && patient.clinical() != null;
        var found = service.find(patient);
        if (found.isPresent()) {
            return found.map(record -> marked(record, mayChange));
        }
        if (!mayChange) {
            return Optional.empty();
        }
        var team = patient.careTeam().stream().map(CareTeamMember::id).collect(Collectors.toSet());
        var card = Ui.card("Sensitive record");
        card.add(
                Ui.text(
                        "muted",
                        "Not marked. Mark the record of a colleague, their family, or somebody known to many."),
                Ui.div("cluster", button("Mark as sensitive…", () -> dialogs.mark(patient.id(), team))));
        return Optional.of(card);
    }

    private Component marked(SensitiveRecord record, boolean mayChange) {
        var card = Ui.card("Sensitive record");
        card.add(
                Ui.text("", "Only these people and the privacy officer find this record:"),
                people(record, mayChange, dialogs, () -> {}),
                Ui.text(
                        "muted small",
                        "Marked " + Dates.stamp(record.markedAt(), clinics.ownZone()) + " by " + record.markedBy()
                                + ": " + record.reason()));
        if (mayChange) {
            card.add(Ui.div(
                    "cluster",
                    button("Add a person…", () -> dialogs.name(record)),
                    small("Remove the mark…", () -> dialogs.lift(record))));
        }
        return card;
    }

    /**
     * Returns the people who are named, each with a button to remove them.
     *
     * @param removed runs once one of them is removed
     */
    static Component people(SensitiveRecord record, boolean mayChange, SensitiveDialogs dialogs, Runnable removed) {
        var people = Ui.div("stack-0");
        if (record.named().isEmpty()) {
            people.add(Ui.text("muted", "Nobody is named"));
        }
        record.named().forEach(reader -> {
            var line = Ui.div("file-line", Ui.text("grow", reader.name()));
            if (mayChange && !reader.id().equals(CurrentUser.current().staff())) {
                var out = small("Remove…", () -> dialogs.remove(record, reader, removed));
                out.setAriaLabel("Remove " + reader.name() + " from those who find the record");
                line.add(out);
            }
            people.add(line);
        });
        return people;
    }

    private static Button button(String word, Runnable action) {
        var button = small(word, action);
        button.setId(FileDialog.opener(SensitiveDialogs.OPENER));
        return button;
    }

    private static Button small(String word, Runnable action) {
        var button = new Button(word, e -> action.run());
        button.addThemeName("small");
        return button;
    }
}
