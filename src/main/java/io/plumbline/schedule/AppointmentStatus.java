package io.plumbline.schedule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The status of an appointment and its transitions. */
public enum AppointmentStatus {
    BOOKED("Booked"),
    CONFIRMED("Confirmed"),
    ARRIVED("Arrived"),
    IN_TREATMENT("In treatment"),
    COMPLETED("Completed"),
    NO_SHOW("No-show"),
    CANCELLED("Canceled");

    /** The statuses that are not final. */
    static final Set<AppointmentStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.of(BOOKED, CONFIRMED, ARRIVED, IN_TREATMENT));

    private final String label;

    AppointmentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the person has not checked in yet, and still may. */
    public boolean isAhead() {
        return this == BOOKED || this == CONFIRMED;
    }

    /** Returns whether the appointment takes place: neither canceled nor a no-show. */
    public boolean isKept() {
        return this != CANCELLED && this != NO_SHOW;
    }

    /** Returns the statuses that may follow this one. */
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
