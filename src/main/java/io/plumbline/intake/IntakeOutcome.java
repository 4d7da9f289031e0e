package io.plumbline.intake;

/** The outcome of a signed intake note. */
public enum IntakeOutcome {
    SUITABLE("Suitable"),
    SUITABLE_WITH_CAUTION("Suitable with caution"),
    REFER("Refer");

    private final String label;

    IntakeOutcome(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
