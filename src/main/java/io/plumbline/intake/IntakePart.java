package io.plumbline.intake;

/** The parts of an intake note, in the order of a first visit. */
public enum IntakePart {
    COMPLAINT("Complaint"),
    AREAS("Areas of the body"),
    FACTORS("Contributing factors"),
    LIMITATIONS("Functional limitations"),
    DAILY_LIFE("Daily life and goals"),
    SCREEN("Red-flag screen"),
    OUTCOME("Consent and outcome");

    private final String title;

    IntakePart(String title) {
        this.title = title;
    }

    /** Returns the title that the screen shows. */
    public String title() {
        return title;
    }
}
