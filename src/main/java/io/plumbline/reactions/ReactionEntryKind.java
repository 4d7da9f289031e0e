package io.plumbline.reactions;

/** The kind of an entry in the history of a reaction. */
public enum ReactionEntryKind {
    RECORDED("Recorded"),
    FOLLOWED_UP("Followed up"),
    OUTCOME_CHANGED("Outcome changed"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    ReactionEntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
