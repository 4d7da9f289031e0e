package io.plumbline.access.accounts;

/** Thrown if the value of a form field is invalid, with a message for the user. */
public class FieldRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A form field. */
    public enum Field {
        PERSON,
        USERNAME,
        DISPLAY_NAME,
        ROLES,
        CLINICS,
        PASSWORD,
        REPEATED
    }

    private final Field field;

    FieldRefused(Field field, String message) {
        super(message);
        this.field = field;
    }

    /** Returns the field that the message belongs to. */
    public Field field() {
        return field;
    }
}
