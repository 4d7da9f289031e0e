package io.plumbline.referrals;

/** The fields of a contact at which a refusal can stand. */
public enum ContactField {
    NAME
}
