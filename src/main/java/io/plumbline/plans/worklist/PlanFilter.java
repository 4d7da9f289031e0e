package io.plumbline.plans.worklist;

import io.plumbline.plans.worklist.PlanRow.Need;

/** The plans that a worklist shows. */
public enum PlanFilter {
    /** Active ones and those on hold; for clinicians, also drafts that wait for agreement. */
    ALL("All"),
    /** Those with at least one reason in {@link PlanRow#needs()}. */
    NEEDS_YOU("Needs you"),
    BEHIND("Behind"),
    REVIEW("Clinician's review due"),
    STEP("Step to decide"),
    REEVALUATION("Re-evaluation due"),
    NOT_BOOKED("No visit booked"),
    /** Shows drafts, which only clinicians read. */
    AGREEMENT("Agreement missing"),
    ENDING("Ends within two weeks"),
    ON_HOLD("On hold");

    private final String label;

    PlanFilter(String label) {
        this.label = label;
    }

    /** Returns whether this filter shows a plan. */
    public boolean shows(PlanRow row) {
        return switch (this) {
            case ALL -> true;
            case NEEDS_YOU -> !row.needs().isEmpty();
            case BEHIND -> row.needs().contains(Need.BEHIND);
            case REVIEW -> row.needs().contains(Need.REVIEW_DUE);
            case AGREEMENT -> row.needs().contains(Need.AGREEMENT_MISSING);
            case ENDING -> row.needs().contains(Need.ENDING);
            case STEP -> row.needs().contains(Need.STEP_OPEN);
            case REEVALUATION -> row.needs().contains(Need.REEVALUATION_DUE);
            case NOT_BOOKED -> row.needs().contains(Need.NOT_BOOKED);
            case ON_HOLD -> row.isOnHold();
        };
    }

    public String label() {
        return label;
    }
}
