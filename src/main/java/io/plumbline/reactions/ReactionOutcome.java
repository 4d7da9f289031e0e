package io.plumbline.reactions;

/** How a reaction went on: the codes of FHIR R4, AdverseEvent.outcome. */
public enum ReactionOutcome {
    ONGOING("Ongoing", false),
    RECOVERING("Recovering", false),
    RESOLVED("Resolved", true),
    RESOLVED_WITH_SEQUELAE("Resolved with sequelae", true),
    FATAL("Fatal", true),
    UNKNOWN("Unknown", false);

    private final String label;
    private final boolean isOver;

    ReactionOutcome(String label, boolean isOver) {
        this.label = label;
        this.isOver = isOver;
    }

    public String label() {
        return label;
    }

    /** Returns whether the reaction has ended: it is no longer open, and nothing is due. */
    public boolean isOver() {
        return isOver;
    }
}
