package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an appointment. */
public record AppointmentId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static AppointmentId next() {
        return new AppointmentId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static AppointmentId parse(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
