package io.plumbline.safety;

/** A field of a decision on a red flag, to which the message of a refusal belongs. */
public enum DecisionField {
    MONITORED_UNTIL,
    EXAMINER,
    EXAMINER_NAME,
    EXAMINER_ROLE,
    EXAMINED_ON,
    FINDING,
    FINDING_ON,
    PLACE,
    EXAMINATION,
    DOCUMENT,
    REASON
}
