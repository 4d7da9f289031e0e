package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A session note was opened. */
public record NoteOpened(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "note.opened";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
