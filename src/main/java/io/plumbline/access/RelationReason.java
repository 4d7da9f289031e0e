package io.plumbline.access;

/** Why a clinician may see a patient. */
public enum RelationReason {
    APPOINTMENT,
    CARE_TEAM,
    /** A chiropractor of the clinic decides a red flag of somebody whom no chiropractor looks after. */
    FLAG,
    /** A chiropractor of the clinic may go on with the intake note of somebody who is new. */
    INTAKE,
    PLAN
}
