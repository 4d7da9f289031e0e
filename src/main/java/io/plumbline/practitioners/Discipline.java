package io.plumbline.practitioners;

/** A practitioner's training, and the discipline of a visit. */
public enum Discipline {
    CHIROPRACTIC("Chiropractic"),
    MASSAGE_THERAPY("Massage therapy"),
    EXERCISE_THERAPY("Exercise therapy");

    private final String label;

    Discipline(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
