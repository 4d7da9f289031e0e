package io.plumbline.shared;

import java.io.Serializable;
import java.util.UUID;

/** A patient of the group. */
public record PatientId(UUID value) implements Serializable {
    /** A new id, younger than every id before it. */
    public static PatientId next() {
        return new PatientId(Ids.next());
    }

    /**
     * Reads an id from an address.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static PatientId parse(String text) {
        return new PatientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
