package io.plumbline.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whole numbers as people type and read them. */
public final class Count {
    private static final Pattern WHOLE = Pattern.compile("0*(?<digits>[0-9]{1,9})");

    private Count() {}

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

    /** Returns a number with its thousands apart, such as <i>12,345</i>. */
    public static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /**
     * Returns how many of something there are, such as <i>1 row</i> or <i>12,345 rows</i>.
     *
     * @param one what to call one of it
     * @param several what to call none or several
     */
    public static String of(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }
}
