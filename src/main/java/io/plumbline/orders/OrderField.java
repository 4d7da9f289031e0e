package io.plumbline.orders;

/** The fields of an order at which a refusal can stand. */
public enum OrderField {
    KIND,
    WANTED,
    PRACTITIONER,
    DESK_LINE,
    WORDS
}
