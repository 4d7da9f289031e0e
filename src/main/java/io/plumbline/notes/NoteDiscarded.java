package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** The author discarded a session note that was begun by mistake and in which nothing was written. */
public record NoteDiscarded(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "note.discarded";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
