package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/**
 * A treatment room.
 *
 * @param active false if it cannot be booked any more
 */
public record ClinicRoom(UUID id, String name, boolean active) {
    /**
     * @throws Refused if the name is missing or longer than 60 characters
     */
    public ClinicRoom {
        name = TextLimit.required("The room's name", name, 60);
    }

    /** Creates a room with a new id. */
    public static ClinicRoom named(String name) {
        return new ClinicRoom(Ids.next(), name, true);
    }
}
