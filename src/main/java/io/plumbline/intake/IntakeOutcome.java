package io.plumbline.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The outcome of a signed intake note. */
public enum IntakeOutcome {
    SUITABLE("Suitable"),
    SUITABLE_WITH_CAUTION("Suitable with caution"),
    REFER("Refer"),
    /** A therapist's note leaves the conclusion to a chiropractor; no treatment plan follows before. */
    CHIROPRACTOR_TO_DECIDE("Chiropractor to decide");

    /** The outcomes after which the patient is treated. */
    static final Set<IntakeOutcome> TREATED = Collections.unmodifiableSet(EnumSet.of(SUITABLE, SUITABLE_WITH_CAUTION));

    private final String label;

    IntakeOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether this concludes the note. */
    public boolean isConclusion() {
        return this != CHIROPRACTOR_TO_DECIDE;
    }
}
