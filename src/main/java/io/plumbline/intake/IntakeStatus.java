package io.plumbline.intake;

import java.util.EnumSet;
import java.util.Set;

/** The status of an intake note and its transitions. */
public enum IntakeStatus {
    DRAFT("Draft"),
    SIGNED("Signed"),
    AMENDED("Amended");

    private final String label;

    IntakeStatus(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }

    /** Returns the statuses that may follow this one. */
    Set<IntakeStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED);
            case SIGNED, AMENDED -> EnumSet.of(AMENDED);
        };
    }
}
