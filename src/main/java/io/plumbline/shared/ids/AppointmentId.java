package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an appointment. */
public record AppointmentId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
