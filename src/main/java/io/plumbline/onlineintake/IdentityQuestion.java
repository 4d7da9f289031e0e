package io.plumbline.onlineintake;

/** The question before the form. */
public enum IdentityQuestion {
    /** Asked if it is known. */
    BIRTH_DATE,
    /** The last four digits of the phone, asked if the birth date is not known. */
    PHONE_DIGITS,
    /** A code that is mailed, asked after the right answer to another question where something is saved. */
    CODE,
    /** Whether the form may begin again empty, asked instead where something is saved and no code can go. */
    BEGIN_AGAIN
}
