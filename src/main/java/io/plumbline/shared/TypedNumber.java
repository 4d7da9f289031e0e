package io.plumbline.shared;

import java.util.regex.Pattern;

/** A whole number as people type it. */
public final class TypedNumber {
    private static final Pattern WHOLE = Pattern.compile("0*(?<digits>[0-9]{1,9})");

    private TypedNumber() {}

    /**
     * Reads digits, 0 to 999,999,999. A fraction, an exponent, a sign or a unit is refused: to leave a part of it out
     * would make another number of it.
     *
     * @throws IllegalArgumentException in words for the person who typed it
     */
    public static int read(String typed) {
        var found = WHOLE.matcher(typed.strip());
        if (!found.matches()) {
            throw new IllegalArgumentException("Enter a whole number, digits only");
        }
        return Integer.parseInt(found.group("digits"));
    }
}
