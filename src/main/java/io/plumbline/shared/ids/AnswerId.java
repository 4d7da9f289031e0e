package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an answer. */
public record AnswerId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static AnswerId next() {
        return new AnswerId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static AnswerId parse(String text) {
        return new AnswerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
