package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.OpenVisit;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;

/**
 * Starts the note of the current user's own visit of today, and that of any other visit of theirs: of an earlier day, or of
 * a patient who walked in. A started note is in the list of notes.
 */
@org.springframework.stereotype.Component
class NoteToWrite implements PatientSection {
    private final NoteService notes;
    private final NoteStartService starts;
    private final PatientService patients;
    private final ClinicService clinics;

    NoteToWrite(NoteService notes, NoteStartService starts, PatientService patients, ClinicService clinics) {
        this.notes = notes;
        this.starts = starts;
        this.patients = patients;
        this.clinics = clinics;
    }

    @Override
    public Place place() {
        return Place.ACTION;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null || !AtClinic.may(Permission.NOTE_WRITE, patient.clinics())) {
            return Optional.empty();
        }
        var id = patient.id();
        var ask = new Button("Write note…", e -> ask(id));
        ask.setTooltipText("The note of another visit: of an earlier day, or without an appointment");
        return Optional.of(notes.visitsToday().stream()
                .filter(row -> id.equals(row.patient()) && !row.earlier())
                .filter(row -> row.wantsNote() && row.note() == null)
                .findFirst()
                .<Component>map(row -> Ui.div(
                        "cluster",
                        new Button(
                                "Write note" + (row.at() == null ? "" : ", " + Dates.time(row.at())),
                                e -> Ui.navigate(row.key().address())),
                        ask))
                .orElse(ask));
    }

    private void ask(PatientId patient) {
        var open = patients.details(patient).map(starts::findOpen).orElse(List.<OpenVisit>of());
        if (open.isEmpty()) {
            Toast.warn("You have no visit of this patient without a note");
            return;
        }
        new WhichVisitDialog(open, clinics).open();
    }
}
