package io.plumbline.intake.progress;

/** The parts of an intake note, in the order of a first visit. */
public enum IntakePart {
    COMPLAINT("Complaint"),
    AREAS("Areas of the body"),
    FACTORS("Contributing factors"),
    LIMITATIONS("Functional limitations"),
    HISTORY("History"),
    DAILY_LIFE("Daily life and goals"),
    ALIGNMENT("Alignment"),
    EXAMINATION("Examination"),
    SCREEN("Red-flag screen"),
    /** After the screen, since its answers propose some. */
    CONTRAINDICATIONS("Contraindications"),
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
