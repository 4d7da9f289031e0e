package io.plumbline.access.accounts;

/** A field of the forms for accounts, to which the message of a refusal belongs. */
public enum AccountField {
    PERSON,
    USERNAME,
    DISPLAY_NAME,
    ROLES,
    CLINICS,
    LIMITS,
    CURRENT_PASSWORD,
    PASSWORD,
    REPEATED
}
