package io.plumbline.records.retention;

/** A field of the forms of legal holds, at which a refusal stands. */
public enum LegalHoldField {
    PATIENT,
    REASON
}
