package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** A draft of a session note was begun or written on. */
public record NoteWritten(UUID note, PatientId patient, long revision, List<String> fields) implements Recorded {
    @Override
    public String kind() {
        return "note.written";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + String.join(", ", fields);
    }
}
