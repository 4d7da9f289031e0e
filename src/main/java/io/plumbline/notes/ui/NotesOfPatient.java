package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.ui.privacy.RestrictedBadge;
import io.plumbline.notes.ui.search.SearchInNotes;
import io.plumbline.notes.ui.takeover.LeftVisitsOfPatient;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the patient's session notes, for those who treat the patient. */
@Order(40)
@Component
class NotesOfPatient implements PatientSection {
    private final NoteHistoryService notes;
    private final ClinicService clinics;
    private final SearchInNotes search;
    private final NoteRangeDocument range;
    private final LeftVisitsOfPatient left;

    NotesOfPatient(
            NoteHistoryService notes,
            ClinicService clinics,
            SearchInNotes search,
            NoteRangeDocument range,
            LeftVisitsOfPatient left) {
        this.notes = notes;
        this.clinics = clinics;
        this.search = search;
        this.range = range;
        this.left = left;
    }

    @Override
    public Place place() {
        return Place.NOTES;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var newest = notes.findByPatient(patient);
        var card = newest.isEmpty() ? Ui.card("Session notes", Ui.text("muted", "None yet.")) : notes(patient, newest);
        left.of(patient).ifPresent(card::add);
        return Optional.of(card);
    }

    private Section notes(PatientDetails patient, List<NoteRow> newest) {
        var id = patient.id();
        var all = newest.size() < NoteHistoryService.PAGE ? newest.size() : notes.count(patient);
        var list = new NotePages(newest, all, last -> notes.findByPatient(id, last), this::item);
        return Ui.card("Session notes", search.inRecord(patient, list), list, Ui.div("cluster", range.button(patient)));
    }

    private ListItem item(NoteRow row) {
        var line = Ui.div("cluster", new Anchor(Routes.note(row.id()), words(row)));
        RestrictedBadge.of(row.privacy(), row.service()).ifPresent(line::add);
        return new ListItem(line);
    }

    private String words(NoteRow row) {
        var zone = clinics.zoneOf(row.clinic());
        var late = Late.words(row.treatedOn(), row.signedAt(), zone);
        return row.service().label() + " on " + Dates.day(row.treatedOn()) + ", "
                + row.status().label() + (row.isWithheld() ? ", " + row.authorName() : "")
                + late.map(words -> ". " + words).orElse("");
    }
}
