package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of one published version of a consent text. */
public record ConsentTextId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ConsentTextId next() {
        return new ConsentTextId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ConsentTextId parse(String text) {
        return new ConsentTextId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
