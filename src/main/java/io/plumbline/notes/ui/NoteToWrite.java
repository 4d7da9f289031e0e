package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.plumbline.notes.NoteService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import java.util.Optional;

/** Starts the note of the current user's own visit of today; a started note is in the list of notes. */
@org.springframework.stereotype.Component
class NoteToWrite implements PatientSection {
    private final NoteService notes;

    NoteToWrite(NoteService notes) {
        this.notes = notes;
    }

    @Override
    public Place place() {
        return Place.ACTION;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        return notes.visitsToday().stream()
                .filter(row -> patient.id().equals(row.patient()) && !row.earlier())
                .filter(row -> row.wantsNote() && row.note() == null)
                .findFirst()
                .map(row -> new Button(
                        "Write note" + (row.at() == null ? "" : ", " + Dates.time(row.at())),
                        e -> UI.getCurrentOrThrow().navigate(row.key().address())));
    }
}
