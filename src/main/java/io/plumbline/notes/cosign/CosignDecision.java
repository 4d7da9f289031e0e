package io.plumbline.notes.cosign;

/** What a supervisor decided on a note that waits for the co-signature. */
public enum CosignDecision {
    /** The note needs nothing more. */
    COSIGNED("Co-signed", "note.cosigned"),
    /** The note goes back to its author, who answers in an addendum; then it waits again. */
    RETURNED("Returned", "note.returned");

    private final String label;
    private final String kind;

    CosignDecision(String label, String kind) {
        this.label = label;
        this.kind = kind;
    }

    public String label() {
        return label;
    }

    /** Returns the kind of its audit event. */
    String kind() {
        return kind;
    }
}
