package io.plumbline.intake;

/** What a signed intake note comes to. */
public enum IntakeOutcome {
    SUITABLE("Suitable"),
    SUITABLE_WITH_CAUTION("Suitable with caution"),
    REFER("Refer");

    private final String word;

    IntakeOutcome(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
