package io.plumbline.plans;

import java.util.EnumSet;
import java.util.Set;

/** The status of a treatment plan, in the terms of FHIR's CarePlan, and its transitions. */
public enum PlanStatus {
    DRAFT("Draft"),
    ACTIVE("Active"),
    ON_HOLD("On hold"),
    COMPLETED("Completed"),
    REVOKED("Revoked"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the plan is active or on hold. */
    public boolean isRunning() {
        return this == ACTIVE || this == ON_HOLD;
    }

    /** Returns whether the plan has ended, and its open visits with it. */
    public boolean isOver() {
        return this == COMPLETED || this == REVOKED || this == ENTERED_IN_ERROR;
    }

    /** Returns the statuses that may follow this one. */
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
