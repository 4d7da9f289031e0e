package io.plumbline.records.disclosures;

/** A field of the form of a disclosure, at which a refusal stands. */
public enum DisclosureField {
    PATIENT,
    DISCLOSED_ON,
    TIMES,
    LAST_ON,
    RECIPIENT,
    ADDRESS,
    WHAT,
    PURPOSE,
    REASON
}
