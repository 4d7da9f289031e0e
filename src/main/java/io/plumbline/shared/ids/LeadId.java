package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a consultation lead. */
public record LeadId(UUID value) implements Id {
    public static LeadId next() {
        return new LeadId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static LeadId parse(String text) {
        return new LeadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
