package io.plumbline.access;

/** The reason for which a clinician may see a patient. */
public enum RelationReason {
    APPOINTMENT,
    CARE_TEAM,
    /** A chiropractor of the clinic decides a red flag of a patient who has no chiropractor. */
    FLAG,
    /** A clinician of the clinic may complete the intake note of a new patient; a chiropractor concludes a therapist's. */
    INTAKE,
    PLAN,
    /** A chiropractor of the clinic took an emergency or urgent red flag, until it is decided. */
    TAKEN_FLAG
}
