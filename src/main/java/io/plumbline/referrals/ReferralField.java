package io.plumbline.referrals;

/** The fields of a referral at which a refusal can stand. */
public enum ReferralField {
    TO,
    REASON,
    DUE_ON,
    ANSWER,
    DOCUMENT_ON,
    WHY
}
