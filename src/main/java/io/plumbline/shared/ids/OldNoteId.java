package io.plumbline.shared.ids;

import java.io.Serializable;
import java.util.UUID;

/** The id of an old note. */
public record OldNoteId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
