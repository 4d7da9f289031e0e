package io.plumbline.clinics;

import io.plumbline.shared.Ids;
import io.plumbline.shared.TextLimit;
import java.util.UUID;

/**
 * A room in which people are treated.
 *
 * @param active false where it is closed: nothing new is booked there
 */
public record ClinicRoom(UUID id, String name, boolean active) {
    /**
     * @throws IllegalArgumentException if the name is missing or longer than 60 characters
     */
    public ClinicRoom {
        name = TextLimit.required("The room's name", name, 60);
    }

    /** A new room. */
    public static ClinicRoom named(String name) {
        return new ClinicRoom(Ids.next(), name, true);
    }
}
