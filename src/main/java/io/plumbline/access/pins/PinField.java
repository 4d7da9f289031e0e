package io.plumbline.access.pins;

/** The fields of the form for a signing PIN that can be invalid. */
public enum PinField {
    PIN,
    REPEATED
}
