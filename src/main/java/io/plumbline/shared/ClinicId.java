package io.plumbline.shared;

import java.io.Serializable;
import java.util.UUID;

/** A clinic (location). */
public record ClinicId(UUID value) implements Serializable {
    /** A new id, younger than every id before it. */
    public static ClinicId next() {
        return new ClinicId(Ids.next());
    }

    /**
     * Reads an id from an address.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static ClinicId parse(String text) {
        return new ClinicId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
