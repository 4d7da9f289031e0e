package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a note template. */
public record NoteTemplateId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
