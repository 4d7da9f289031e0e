package io.plumbline.schedule;

import java.util.Collections;
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

    /** Those that something must still follow. */
    public static final Set<AppointmentStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.of(BOOKED, CONFIRMED, ARRIVED, IN_TREATMENT));

    private final String word;

    AppointmentStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether the person has not come yet, and may still. */
    public boolean isAhead() {
        return this == BOOKED || this == CONFIRMED;
    }

    /** Whether it takes place: neither cancelled nor missed. */
    public boolean isKept() {
        return this != CANCELLED && this != NO_SHOW;
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
