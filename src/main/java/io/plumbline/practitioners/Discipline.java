package io.plumbline.practitioners;

/** What a practitioner is trained in, and what a visit is for. */
public enum Discipline {
    CHIROPRACTIC("Chiropractic"),
    MASSAGE_THERAPY("Massage therapy"),
    EXERCISE_THERAPY("Exercise therapy");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
