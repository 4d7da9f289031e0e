package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a patient intake note. */
public record IntakeId(UUID value) implements Id {
    /** Returns the same id where the note may also be of the other kind. */
    public ClinicalNoteId asClinicalNote() {
        return new ClinicalNoteId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
