package io.plumbline.schedule;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands; a status knows what may follow it. */
public enum AppointmentStatus {
    BOOKED("Booked"),
    CONFIRMED("Confirmed"),
    ARRIVED("Arrived"),
    IN_TREATMENT("In treatment"),
    COMPLETED("Completed"),
    NO_SHOW("No-show"),
    CANCELLED("Cancelled");

    private final String word;

    AppointmentStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** What may follow. */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case BOOKED -> EnumSet.of(CONFIRMED, ARRIVED, NO_SHOW, CANCELLED);
            case CONFIRMED -> EnumSet.of(ARRIVED, NO_SHOW, CANCELLED);
            case ARRIVED -> EnumSet.of(IN_TREATMENT, COMPLETED, CANCELLED);
            case IN_TREATMENT -> EnumSet.of(COMPLETED);
            case COMPLETED, NO_SHOW, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }
}
