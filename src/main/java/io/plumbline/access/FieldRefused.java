package io.plumbline.access;

/** What was typed into one field is refused, in words for who typed it. */
public class FieldRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A field that somebody types into. */
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

    /** Where the message belongs. */
    public Field field() {
        return field;
    }
}
