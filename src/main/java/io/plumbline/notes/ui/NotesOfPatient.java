package io.plumbline.notes.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteOfVisit;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the patient's session notes and pain over time, for those who treat the patient. */
@Order(40)
@Component
class NotesOfPatient implements PatientSection {
    private final NoteService notes;
    private final NoteOfVisit noteOf;
    private final ClinicService clinics;

    NotesOfPatient(NoteService notes, NoteOfVisit noteOf, ClinicService clinics) {
        this.notes = notes;
        this.noteOf = noteOf;
        this.clinics = clinics;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var rows = notes.findByPatient(patient);
        if (rows.isEmpty()) {
            var none = Ui.card("Session notes", Ui.text("muted", "None yet."));
            toWrite(patient).ifPresent(none::add);
            return Optional.of(none);
        }
        var list = new UnorderedList();
        rows.forEach(row -> list.add(new ListItem(new Anchor(Routes.note(row.id()), words(row)))));
        var signed =
                rows.stream().filter(row -> row.status() == NoteStatus.SIGNED).toList();
        var card = Ui.card("Session notes", PainChart.of(signed), list);
        toWrite(patient).ifPresent(card::add);
        return Optional.of(card);
    }

    /** Returns a link to start the note of the caller's own visit of today; a started note is in the list. */
    private Optional<com.vaadin.flow.component.Component> toWrite(PatientDetails patient) {
        return notes.visitsToday().stream()
                .filter(row -> patient.id().equals(row.patient()) && !row.earlier())
                .filter(row -> row.wantsNote() && row.note() == null)
                .findFirst()
                .map(row -> Ui.div(
                        "cluster",
                        new Button(
                                "Write note" + (row.at() == null ? "" : ", " + Dates.time(row.at())),
                                e -> UI.getCurrentOrThrow().navigate(Routes.note(noteOf.begin(row))))));
    }

    private String words(NoteRow row) {
        var zone = clinics.zoneOf(row.clinic());
        var late = Late.words(row.treatedOn(), row.signedAt(), zone);
        return row.service().label() + " on " + Dates.day(row.treatedOn()) + ", "
                + row.status().label() + late.map(words -> ". " + words).orElse("");
    }
}
