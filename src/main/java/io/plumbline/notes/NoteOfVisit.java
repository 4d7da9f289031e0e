package io.plumbline.notes;

import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Leads from a visit to its note: begins it, or goes on with the one that was begun in another window meanwhile. */
@Component
public class NoteOfVisit {
    private final NoteService notes;

    NoteOfVisit(NoteService notes) {
        this.notes = notes;
    }

    /** The note of a visit of the caller's that wants one. */
    public UUID begin(VisitRow visit) {
        try {
            return beginOrGoOn(visit);
        } catch (DataIntegrityViolationException begunInAnotherWindow) {
            return beginOrGoOn(visit);
        }
    }

    private UUID beginOrGoOn(VisitRow visit) {
        return visit.appointment() == null
                ? notes.beginForPlannedVisit(Objects.requireNonNull(visit.plannedVisit()))
                : notes.beginForAppointment(visit.appointment());
    }
}
