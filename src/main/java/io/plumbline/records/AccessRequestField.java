package io.plumbline.records;

/** A field of the forms of an access request, at which a refusal stands. */
public enum AccessRequestField {
    PATIENT,
    REQUESTED_BY,
    IDENTITY,
    RECEIVED_ON,
    DELIVERED_ON,
    DELIVERY
}
