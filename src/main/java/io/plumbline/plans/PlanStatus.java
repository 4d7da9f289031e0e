package io.plumbline.plans;

import java.util.EnumSet;
import java.util.Set;

/** Where a treatment plan stands, in the words of FHIR's CarePlan; a status knows what may follow it. */
public enum PlanStatus {
    DRAFT("Draft"),
    ACTIVE("Active"),
    ON_HOLD("On hold"),
    COMPLETED("Completed"),
    REVOKED("Revoked"),
    ENTERED_IN_ERROR("Entered in error");

    private final String word;

    PlanStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether the plan is put to work and has not ended. */
    public boolean isRunning() {
        return this == ACTIVE || this == ON_HOLD;
    }

    /** Whether the plan is over, and its open visits with it. */
    public boolean isOver() {
        return this == COMPLETED || this == REVOKED || this == ENTERED_IN_ERROR;
    }

    /** What may follow. */
    public Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ACTIVE, REVOKED, ENTERED_IN_ERROR);
            case ACTIVE -> EnumSet.of(ON_HOLD, COMPLETED, REVOKED, ENTERED_IN_ERROR);
            case ON_HOLD -> EnumSet.of(ACTIVE, COMPLETED, REVOKED, ENTERED_IN_ERROR);
            case COMPLETED, REVOKED -> EnumSet.of(ENTERED_IN_ERROR);
            case ENTERED_IN_ERROR -> EnumSet.noneOf(PlanStatus.class);
        };
    }
}
