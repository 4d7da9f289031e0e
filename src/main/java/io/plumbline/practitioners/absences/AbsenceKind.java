package io.plumbline.practitioners.absences;

/** The reason for an absence. */
public enum AbsenceKind {
    HOLIDAY("Vacation"),
    SICK_LEAVE("Sick leave"),
    TRAINING("Training"),
    OTHER("Other");

    private final String label;

    AbsenceKind(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
