package io.plumbline.plans;

/** The plans that a worklist shows. */
public enum PlanFilter {
    ALL("Active and on hold"),
    NOT_BOOKED("No visit booked"),
    ON_HOLD("On hold");

    private final String label;

    PlanFilter(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
