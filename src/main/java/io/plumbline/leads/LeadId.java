package io.plumbline.leads;

import io.plumbline.shared.Ids;
import java.io.Serializable;
import java.util.UUID;

/** A consultation lead. */
public record LeadId(UUID value) implements Serializable {
    static LeadId next() {
        return new LeadId(Ids.next());
    }

    /**
     * Reads an id from an address.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static LeadId parse(String text) {
        return new LeadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
