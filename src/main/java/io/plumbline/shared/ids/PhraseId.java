package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a phrase. */
public record PhraseId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static PhraseId next() {
        return new PhraseId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static PhraseId parse(String text) {
        return new PhraseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
