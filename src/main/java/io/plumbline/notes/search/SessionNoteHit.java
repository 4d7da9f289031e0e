package io.plumbline.notes.search;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A signed session note that was found by its words.
 *
 * @param patientName in spoken order
 * @param status signed, or entered in error
 * @param author the name of the author
 */
public record SessionNoteHit(
        NoteId id,
        PatientId patient,
        String patientName,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        NotePrivacy privacy,
        String author,
        Snippet snippet)
        implements NoteHit {
    @Override
    public UUID noteId() {
        return id.value();
    }
}
