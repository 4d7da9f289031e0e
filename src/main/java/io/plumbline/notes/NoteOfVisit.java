package io.plumbline.notes;

import io.plumbline.shared.ids.NoteId;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Opens the note of a visit: starts it, or continues the one that was started in another window in the meantime. */
@Component
public class NoteOfVisit {
    private final NoteService notes;

    NoteOfVisit(NoteService notes) {
        this.notes = notes;
    }

    /** Returns the note of a visit of the caller that needs one, and starts it if there is none. */
    public NoteId begin(VisitRow visit) {
        try {
            return beginOrGoOn(visit);
        } catch (DataIntegrityViolationException begunInAnotherWindow) {
            return beginOrGoOn(visit);
        }
    }

    private NoteId beginOrGoOn(VisitRow visit) {
        return visit.appointment() == null
                ? notes.beginForPlannedVisit(Objects.requireNonNull(visit.plannedVisit()))
                : notes.beginForAppointment(visit.appointment());
    }
}
