package io.plumbline.records.amendments;

/** A field of the forms of amendment requests, at which a refusal stands. */
public enum AmendmentField {
    PATIENT,
    REQUESTED_BY,
    IDENTITY,
    WANTED,
    RECEIVED_ON,
    RECORDS,
    WORDS,
    TOLD
}
