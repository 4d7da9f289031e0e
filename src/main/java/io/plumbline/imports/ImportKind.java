package io.plumbline.imports;

/** What the rows of a file are. */
public enum ImportKind {
    PATIENTS("Patients", "patient", "patients"),
    APPOINTMENTS("Appointments to come", "appointment", "appointments"),
    OLD_NOTES("Old notes", "old note", "old notes");

    private final String label;
    private final String one;
    private final String several;

    ImportKind(String label, String one, String several) {
        this.label = label;
        this.one = one;
        this.several = several;
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }

    /** Returns the heading of an import of them. */
    public String heading() {
        return "Import " + several;
    }

    /** Returns what a number of them is called within a sentence. */
    public String unit(long count) {
        return count == 1 ? one : several;
    }
}
