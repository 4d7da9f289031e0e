package io.plumbline.records.disposal;

/** A field of the forms of disposals, at which a refusal stands. */
public enum DisposalField {
    REASON,
    CONFIRMATION
}
