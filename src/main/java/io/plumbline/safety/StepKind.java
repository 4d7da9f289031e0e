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
    /** A clinician proposed to clear an emergency flag; it stays in force until a second one confirms it. */
    PROPOSED,
    /** A second clinician refused to clear the flag; it stays in force. */
    REFUSED,
    /** The clinician who proposed to clear the flag withdrew that; it stays in force. */
    WITHDRAWN,
    /** The document of an outside examiner came on the patient's record. */
    DOCUMENT_FILED,
    /** The author undid the decision: the status is the previous one. */
    UNDONE
}
