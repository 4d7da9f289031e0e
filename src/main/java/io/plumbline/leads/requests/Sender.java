package io.plumbline.leads.requests;

/** Who seems to have sent a request. */
public enum Sender {
    PERSON,

    /** A bot: it gets the same answer as a person, and its lead is marked as spam. */
    MACHINE,

    /** A person whose form was open for too long: they are asked to send it again. */
    LATE
}
