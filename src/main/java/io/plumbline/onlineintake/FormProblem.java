package io.plumbline.onlineintake;

/** What is wrong with a field of the form. */
public enum FormProblem {
    MISSING,
    TOO_LONG,
    /** Not a number in the range of the field. */
    NUMBER,
    /** Not a day, or one that is still to come. */
    DATE,
    /** More activities are rated than an intake note takes. */
    TOO_MANY,
    /** The clinic has published another text since this one was read. */
    CHANGED
}
