package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a red flag. */
public record FlagId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static FlagId next() {
        return new FlagId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static FlagId parse(String text) {
        return new FlagId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
