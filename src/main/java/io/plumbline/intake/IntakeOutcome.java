package io.plumbline.intake;

/** The outcome of a signed intake note. */
public enum IntakeOutcome {
    SUITABLE("Suitable"),
    SUITABLE_WITH_CAUTION("Suitable with caution"),
    REFER("Refer"),
    /** A therapist's note leaves the conclusion to a chiropractor; no treatment plan follows before. */
    CHIROPRACTOR_TO_DECIDE("Chiropractor to decide");

    private final String label;

    IntakeOutcome(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }

    /** Returns whether this concludes the note. */
    public boolean isConclusion() {
        return this != CHIROPRACTOR_TO_DECIDE;
    }
}
