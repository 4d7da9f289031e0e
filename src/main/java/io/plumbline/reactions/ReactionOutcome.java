package io.plumbline.reactions;

import io.plumbline.shared.Labeled;

/** How a reaction went on: the codes of FHIR R4, AdverseEvent.outcome. */
public enum ReactionOutcome implements Labeled {
    ONGOING(false),
    RECOVERING(false),
    RESOLVED(true),
    RESOLVED_WITH_SEQUELAE(true),
    FATAL(true),
    UNKNOWN(false);

    private final boolean isOver;

    ReactionOutcome(boolean isOver) {
        this.isOver = isOver;
    }

    /** Returns whether the reaction has ended: it is no longer open, and nothing is due. */
    public boolean isOver() {
        return isOver;
    }
}
