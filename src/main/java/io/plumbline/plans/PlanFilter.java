package io.plumbline.plans;

/** Which of the plans that run a worklist shows. */
public enum PlanFilter {
    ALL("All that run"),
    NOT_BOOKED("No visit booked"),
    ON_HOLD("On hold");

    private final String word;

    PlanFilter(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
