package io.plumbline.safety;

/** A field of a decision on a red flag, to which the message of a refusal belongs. */
public enum DecisionField {
    MONITORED_UNTIL,
    EXAMINED_ON
}
