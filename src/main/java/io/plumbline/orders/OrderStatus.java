package io.plumbline.orders;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. */
public enum OrderStatus {
    /** Chosen while a session note is written; the signature sends it to the desk. */
    PREPARED("Goes to the desk when you sign"),
    /** The desk has it. */
    OPEN("Open"),
    BOOKED("Booked"),
    /** A home program that the patient has, or a call that was made. */
    DONE("Done"),
    DECLINED("Declined"),
    WITHDRAWN("Withdrawn");

    private final String label;

    OrderStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the clinician still waits for it. */
    public boolean isPending() {
        return this == PREPARED || this == OPEN;
    }

    /** Returns the statuses that may follow this one. */
    Set<OrderStatus> next() {
        return switch (this) {
            case PREPARED -> Collections.unmodifiableSet(EnumSet.of(OPEN, WITHDRAWN));
            case OPEN -> Collections.unmodifiableSet(EnumSet.of(BOOKED, DONE, DECLINED, WITHDRAWN));
            // its appointment was canceled
            case BOOKED -> Collections.unmodifiableSet(EnumSet.of(OPEN));
            case DONE, DECLINED, WITHDRAWN -> Set.of();
        };
    }
}
