package io.plumbline.leads;

/** Who seems to have sent a request. */
public enum Sender {
    PERSON,

    /** A machine: it is answered as everybody is, and its lead is put aside. */
    MACHINE,

    /** A person whose form was open for too long: they are asked to send it once more. */
    LATE
}
