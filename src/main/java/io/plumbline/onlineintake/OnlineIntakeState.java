package io.plumbline.onlineintake;

import java.util.Set;

/** The status of an online intake. */
public enum OnlineIntakeState {
    SENT("Sent"),
    OPENED("Opened"),
    SUBMITTED("Submitted"),
    REVIEWED("Reviewed"),
    /** Never stored: it follows from the time. */
    EXPIRED("Expired"),
    WITHDRAWN("Withdrawn");

    private final String label;

    OnlineIntakeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the patient can still answer. */
    public boolean isOpen() {
        return this == SENT || this == OPENED;
    }

    /** Returns the states that may follow. */
    Set<OnlineIntakeState> next() {
        return switch (this) {
            case SENT -> Set.of(OPENED, EXPIRED, WITHDRAWN);
            case OPENED -> Set.of(SUBMITTED, EXPIRED, WITHDRAWN);
            case SUBMITTED -> Set.of(REVIEWED);
            case REVIEWED, EXPIRED, WITHDRAWN -> Set.of();
        };
    }
}
