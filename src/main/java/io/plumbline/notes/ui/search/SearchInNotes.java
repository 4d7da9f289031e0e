package io.plumbline.notes.ui.search;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.search.NoteSearchService;
import io.plumbline.patients.PatientDetails;

/** Creates the search fields above lists of session notes; while a search is shown, the list is not. */
@org.springframework.stereotype.Component
public class SearchInNotes {
    private final NoteSearchService notes;

    SearchInNotes(NoteSearchService notes) {
        this.notes = notes;
    }

    /** Returns the search in the notes of a patient whose chart the current user has open. */
    public Component inRecord(PatientDetails opened, Component list) {
        return new NoteSearchPanel(
                "Search in notes", false, (typed, after) -> notes.findByPatient(opened.id(), typed, after), list);
    }

    /** Returns the search in the notes that the current user wrote. */
    public Component inOwn(Component list) {
        return new NoteSearchPanel("Search in my notes", true, notes::findForCurrentUser, list);
    }
}
