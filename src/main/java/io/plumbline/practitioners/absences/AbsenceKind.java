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

    public String label() {
        return label;
    }
}
