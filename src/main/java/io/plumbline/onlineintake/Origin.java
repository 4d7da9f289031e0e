package io.plumbline.onlineintake;

/** From where the pages of an online intake are sent. */
public enum Origin {
    /** A device of the person, as far as the portal knows. */
    PERSON,
    /** A browser in which staff are signed in, or were that day. */
    CLINIC
}
