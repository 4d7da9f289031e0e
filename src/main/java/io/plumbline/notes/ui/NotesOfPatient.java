package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The patient's session notes and how the pain went, for those who treat the patient. */
@Order(40)
@Component
class NotesOfPatient implements PatientSection {
    private final NoteService notes;

    NotesOfPatient(NoteService notes) {
        this.notes = notes;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var rows = notes.ofPatient(patient);
        if (rows.isEmpty()) {
            return Optional.of(Ui.card("Session notes", Ui.text("muted", "None yet.")));
        }
        var list = new UnorderedList();
        rows.forEach(row -> list.add(new ListItem(new Anchor(Places.note(row.id()), words(row)))));
        var signed =
                rows.stream().filter(row -> row.status() == NoteStatus.SIGNED).toList();
        return Optional.of(Ui.card("Session notes", PainChart.of(signed), list));
    }

    private static String words(NoteRow row) {
        return row.service().word() + " on " + Dates.day(row.treatedOn()) + ", "
                + row.status().word();
    }
}
