package io.plumbline.patients.duplicates;

/** Filters of the list of possible duplicates among patients. */
public enum PatientDuplicateFilter {
    OPEN("Open"),
    DISMISSED("Not the same person");

    private final String label;

    PatientDuplicateFilter(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
