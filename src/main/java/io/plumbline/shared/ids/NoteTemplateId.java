package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a note template. */
public record NoteTemplateId(UUID value) implements Id {
    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static NoteTemplateId parse(String text) {
        return new NoteTemplateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
