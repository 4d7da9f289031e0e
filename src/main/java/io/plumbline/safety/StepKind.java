package io.plumbline.safety;

/** The kind of a step in the history of a red flag. */
enum StepKind {
    /** The status of the flag changed. */
    STATUS,
    /** The outcome of the referral was requested, and is still unknown. */
    OUTCOME_ASKED,
    /** An answer to the referral was recorded: the flag is to be decided again, and stays in force. */
    ANSWERED,
    /** The hold was restored when the portal adopted the rule that a referral ends no hold. */
    HELD_AGAIN,
    /** An amended note takes back the finding; the flag stays in force until it is decided. */
    TAKEN_BACK,
    /** The author undid the decision: the status is the previous one. */
    UNDONE
}
