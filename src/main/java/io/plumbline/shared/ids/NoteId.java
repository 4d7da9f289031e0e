package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a session note. */
public record NoteId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static NoteId next() {
        return new NoteId(Ids.next());
    }

    /** Returns the same id where the note may also be of the other kind. */
    public ClinicalNoteId asClinicalNote() {
        return new ClinicalNoteId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
