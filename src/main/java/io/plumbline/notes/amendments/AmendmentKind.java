package io.plumbline.notes.amendments;

/** What was added to a signed session note. */
public enum AmendmentKind {
    /** More about the visit, or a correction; the note itself stays as it was signed. */
    ADDENDUM("Addendum"),
    /** Why the note does not count. */
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    AmendmentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
