package io.plumbline.shared;

/** Whether a red flag or an appointment is about a patient or still about a consultation lead. */
public enum SubjectKind {
    PATIENT,
    LEAD
}
