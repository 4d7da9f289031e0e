package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDetails.MergedRecord;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** The records that were merged into a patient's record; a manager merges another, or unmerges one. */
@org.springframework.stereotype.Component
class MergedRecords implements PatientSection {
    private static final String OPENER = "merge";

    private final PatientMergeService merges;
    private final MergeDialog merge;
    private final ClinicService clinics;

    MergedRecords(PatientMergeService merges, MergeDialog merge, ClinicService clinics) {
        this.merges = merges;
        this.merge = merge;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.PERSON;
    }

    /** Returns the line of a page that was opened by the address of a merged record; empty if it is the patient's own. */
    static Optional<Component> readUnder(PatientId asked, PatientDetails patient) {
        return patient.merged().stream()
                .filter(record -> record.id().equals(asked))
                .findFirst()
                .map(record -> {
                    var line = Ui.div(
                            "banner",
                            Icon.COPY.create(),
                            Ui.text(
                                    "",
                                    record.number() + " (" + record.name() + ") is merged into " + patient.number()
                                            + ". You see both records here."));
                    line.getElement().setAttribute("role", "status");
                    return line;
                });
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        var mayMerge = AtClinic.may(Permission.PATIENT_MERGE, patient.clinics());
        if (patient.merged().isEmpty() && !mayMerge) {
            return Optional.empty();
        }
        var lines = patient.merged().stream()
                .map(record -> line(record, patient, mayMerge))
                .toList();
        var actions = mayMerge
                ? new Component[] {FileCards.button("Merge another record…", OPENER, () -> merge.ask(patient, OPENER))}
                : new Component[0];
        return Optional.of(FileCards.card("Merged records", lines, "No other record of this person", actions));
    }

    private Div line(MergedRecord record, PatientDetails patient, boolean mayMerge) {
        var on = record.mergedAt().atZone(clinics.ownZone()).toLocalDate();
        var line = Ui.div(
                "file-line",
                Ui.div(
                        "stack-0 grow",
                        Ui.text(
                                "strong",
                                record.name() + ", " + record.number() + ", "
                                        + Dates.birthDate(record.birthDate(), patient.today())),
                        Ui.text(
                                "muted small",
                                "Merged " + Dates.dayAndYear(on) + " by " + record.mergedBy() + ": "
                                        + record.reason())));
        var beyond = PatientWords.beyond(record, patient.draft());
        if (!beyond.isEmpty()) {
            line.getChildren().findFirst().ifPresent(words -> words.getElement()
                    .appendChild(Ui.text("", "Only on this record: " + beyond).getElement()));
        }
        if (mayMerge) {
            var unmerge = new Button("Unmerge…", e -> unmerge(record, patient));
            unmerge.addThemeName("small");
            unmerge.setAriaLabel("Unmerge " + record.name() + ", " + record.number());
            line.add(unmerge);
        }
        return line;
    }

    private void unmerge(MergedRecord record, PatientDetails patient) {
        var named = record.name() + ", " + record.number();
        var form = FileDialog.form("Unmerge " + named)
                .add(Ui.text(
                        "",
                        "Each record then reads as before the merge. What was written since stays with the record on"
                                + " which it was written, usually " + patient.number() + "."));
        FileDialog.open(form, OPENER, "Unmerge", () -> {
            merges.unmerge(record.id());
            Toast.done("Unmerged: " + named);
        });
    }
}
