package io.plumbline.shared;

import java.util.regex.Pattern;

/** Parses a whole number as people type it. */
public final class TypedNumber {
    private static final Pattern WHOLE = Pattern.compile("0*(?<digits>[0-9]{1,9})");

    private TypedNumber() {}

    /**
     * Parses digits, 0 to 999,999,999. Refuses a fraction, an exponent, a sign, or a unit, since dropping it would
     * change the number.
     *
     * @throws Refused if the text is not such a number, with a message for the user
     */
    public static int read(String typed) {
        var found = WHOLE.matcher(typed.strip());
        if (!found.matches()) {
            throw new Refused("Enter a whole number, digits only");
        }
        return Integer.parseInt(found.group("digits"));
    }
}
