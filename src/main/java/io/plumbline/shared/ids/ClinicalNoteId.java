package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an intake note or a session note, where it may be either. */
public record ClinicalNoteId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
