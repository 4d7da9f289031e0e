package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a score of an outcome measure. */
public record ScoreId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ScoreId next() {
        return new ScoreId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ScoreId parse(String text) {
        return new ScoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
