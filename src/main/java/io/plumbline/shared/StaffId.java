package io.plumbline.shared;

import java.io.Serializable;
import java.util.UUID;

/** A member of staff: account and practitioner are two rows with the same id. */
public record StaffId(UUID value) implements Serializable {
    /** Stands where it is not known who did something. */
    public static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    /** A new id, younger than every id before it. */
    public static StaffId next() {
        return new StaffId(Ids.next());
    }

    /**
     * Reads an id from an address.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static StaffId parse(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
