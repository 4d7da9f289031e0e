package io.plumbline.practitioners;

/** Why somebody is away. */
public enum AbsenceKind {
    HOLIDAY("Holiday"),
    SICK_LEAVE("Sick leave"),
    TRAINING("Training"),
    OTHER("Other");

    private final String word;

    AbsenceKind(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
