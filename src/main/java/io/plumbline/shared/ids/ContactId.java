package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a contact in the contacts book. */
public record ContactId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ContactId next() {
        return new ContactId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ContactId parse(String text) {
        return new ContactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
