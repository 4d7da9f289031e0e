package io.plumbline.intake;

import java.util.EnumSet;
import java.util.Set;

/** The status of an intake note through its versions. Each version is a row of its own, which stays as it was signed. */
public enum IntakeStatus {
    DRAFT("Draft"),
    SIGNED("Signed"),
    /** A version from the second on, signed. */
    AMENDED("Amended");

    private final String label;

    IntakeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the statuses that may follow this one, in the same version or in the next. */
    Set<IntakeStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED);
            case SIGNED, AMENDED -> EnumSet.of(AMENDED);
        };
    }
}
