package io.plumbline.schedule;

/** What an appointment is for, and how long it usually takes. */
public enum AppointmentType {
    CONSULTATION("Consultation", 30),
    ASSESSMENT("Assessment", 45),
    ADJUSTMENT("Adjustment", 20),
    MASSAGE("Massage", 50),
    EXERCISE("Exercise session", 40);

    private final String word;
    private final int minutes;

    AppointmentType(String word, int minutes) {
        this.word = word;
        this.minutes = minutes;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether hands treat the back, which a clinical hold forbids. */
    public boolean isManualTreatment() {
        return this == ADJUSTMENT || this == MASSAGE;
    }

    /** How long it takes, in minutes; a multiple of five. */
    public int minutes() {
        return minutes;
    }
}
