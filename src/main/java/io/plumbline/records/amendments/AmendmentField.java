package io.plumbline.records.amendments;

/** A field of the forms of requests for amendment, at which a refusal stands. */
public enum AmendmentField {
    PATIENT,
    REQUESTED_BY,
    IDENTITY,
    WANTED,
    RECEIVED_ON,
    RECORDS,
    WORDS,
    TOLD,
    BASIS
}
