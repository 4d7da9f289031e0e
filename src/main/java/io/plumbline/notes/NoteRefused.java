package io.plumbline.notes;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for a session note that is not theirs, or that does not exist: the answer is the same. */
public record NoteRefused(UUID note) implements Recorded {
    @Override
    public String kind() {
        return "note.refused";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
