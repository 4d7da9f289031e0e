package io.plumbline.access;

/** Why a clinician may see a patient. */
public enum RelationReason {
    APPOINTMENT,
    CARE_TEAM,
    PLAN
}
