package io.plumbline.access.factors;

/** The fields of the forms of two-step sign-in that can be invalid. */
public enum FactorField {
    CODE,
    PASSKEY_NAME
}
