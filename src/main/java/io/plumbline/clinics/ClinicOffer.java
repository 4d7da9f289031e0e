package io.plumbline.clinics;

import java.util.List;

/**
 * What a clinic has to book: parts of the day, rooms and services.
 *
 * @param dayParts every part of the day once, in order
 */
public record ClinicOffer(List<DayPartHours> dayParts, List<ClinicRoom> rooms, List<OfferedService> services) {
    public ClinicOffer {
        dayParts = List.copyOf(dayParts);
        rooms = List.copyOf(rooms);
        services = List.copyOf(services);
    }

    /** What a clinic begins with: the usual parts of the day and services, no rooms yet. */
    public static ClinicOffer usual() {
        return new ClinicOffer(DayPartHours.usual(), List.of(), OfferedService.usual());
    }
}
