package io.plumbline.patients.related;

/** What a related person is to a patient. */
public enum RelatedKind {
    HOUSEHOLD("Same household", "Same household"),
    GUARDIAN("Guardian", "Guardian of this person"),
    SPOUSE("Spouse", "Spouse"),
    PARENT("Parent", "Child"),
    CHILD("Child", "Parent"),
    OTHER("Other", "Other");

    private final String label;
    private final String inverse;

    RelatedKind(String label, String inverse) {
        this.label = label;
        this.inverse = inverse;
    }

    /** Returns what the related person is to the patient, as the screen shows it. */
    public String label() {
        return label;
    }

    /** Returns what the patient is to the related person, as the page of that person shows it. */
    public String inverse() {
        return inverse;
    }
}
