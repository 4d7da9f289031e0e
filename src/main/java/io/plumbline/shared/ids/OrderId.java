package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a checkout order. */
public record OrderId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static OrderId parse(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
