package io.plumbline.clinics;

import java.util.List;

/**
 * What can be booked at a clinic: parts of the day, rooms and services.
 *
 * @param dayParts every part of the day once, in order
 */
public record ClinicOffer(List<DayPartHours> dayParts, List<ClinicRoom> rooms, List<OfferedService> services) {
    public ClinicOffer {
        dayParts = List.copyOf(dayParts);
        rooms = List.copyOf(rooms);
        services = List.copyOf(services);
    }

    /** Returns the defaults of a new clinic: parts of the day and services, but no rooms. */
    public static ClinicOffer usual() {
        return new ClinicOffer(DayPartHours.usual(), List.of(), OfferedService.usual());
    }
}
