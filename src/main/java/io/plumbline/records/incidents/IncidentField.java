package io.plumbline.records.incidents;

/** A field of the forms of incidents, at which a refusal stands. */
public enum IncidentField {
    WHAT,
    DISCOVERED_ON,
    USERNAME,
    UNTIL,
    ASSESSMENT,
    NOTIFIED_ON,
    REASON
}
