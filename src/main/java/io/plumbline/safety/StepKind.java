package io.plumbline.safety;

/** What a step in the history of a red flag was. */
enum StepKind {
    /** Its status changed. */
    STATUS,
    /** The outcome of its referral was asked for, and is not known yet. */
    OUTCOME_ASKED,
    /** Its hold came back when the portal learned that a referral ends none. */
    HELD_AGAIN,
    /** Who decided took the decision back: the status is the one before it. */
    UNDONE
}
