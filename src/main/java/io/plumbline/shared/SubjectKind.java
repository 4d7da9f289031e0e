package io.plumbline.shared;

/** Says whether a red flag or an appointment belongs to a patient or to a consultation lead. */
public enum SubjectKind {
    PATIENT,
    LEAD
}
