package io.plumbline.intake;

import io.plumbline.shared.Labeled;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The outcome of a signed intake note. */
public enum IntakeOutcome implements Labeled {
    SUITABLE,
    SUITABLE_WITH_CAUTION,
    REFER,
    /** A therapist's note leaves the conclusion to a chiropractor; no treatment plan follows before. */
    CHIROPRACTOR_TO_DECIDE;

    /** The outcomes after which the patient is treated. */
    static final Set<IntakeOutcome> TREATED = Collections.unmodifiableSet(EnumSet.of(SUITABLE, SUITABLE_WITH_CAUTION));

    /** Returns whether this concludes the note. */
    public boolean isConclusion() {
        return this != CHIROPRACTOR_TO_DECIDE;
    }
}
