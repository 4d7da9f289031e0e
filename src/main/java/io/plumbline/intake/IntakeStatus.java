package io.plumbline.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where an intake note stands; a status knows what may follow it. */
public enum IntakeStatus {
    DRAFT("Draft"),
    SIGNED("Signed"),
    AMENDED("Amended");

    private final String word;

    IntakeStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** What may follow. */
    public Set<IntakeStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED);
            case SIGNED, AMENDED -> EnumSet.of(AMENDED);
        };
    }
}
