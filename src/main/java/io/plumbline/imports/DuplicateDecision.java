package io.plumbline.imports;

/** What becomes of a row that may be a patient who is there. */
public enum DuplicateDecision {
    /** The row is that patient: nothing of the patient changes, and the id of the other product leads to them. */
    SAME("The same person"),
    /** Another person: a patient is added. */
    NEW("Another person"),
    /** The row is not imported. */
    SKIP("Do not import");

    private final String label;

    DuplicateDecision(String label) {
        this.label = label;
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }
}
