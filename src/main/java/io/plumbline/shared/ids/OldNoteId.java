package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an old note. */
public record OldNoteId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
