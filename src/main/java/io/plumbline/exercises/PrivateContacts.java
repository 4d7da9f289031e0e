package io.plumbline.exercises;

import java.util.regex.Pattern;

/** Takes private phone numbers and e-mail addresses out of a text, so that none is stored, shown, searched or logged. */
final class PrivateContacts {
    /** What stands in the place of a phone number. */
    static final String PHONE = "[phone number]";

    /** What stands in the place of an e-mail address. */
    static final String MAIL = "[e-mail address]";

    private static final String GAP = "[\\s.·‐‑–/-]{0,2}";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(?:"
            // with a country code
            + "\\+\\d{1,3}" + GAP + "\\(?\\d{1,4}\\)?(?:" + GAP + "\\d{2,4}){2,4}"
            // ten digits, as in the United States, with or without a 1 before them
            + "|(?:1" + GAP + ")?\\(?\\d{3}\\)?" + GAP + "\\d{3}" + GAP + "\\d{4}"
            // seven digits, without the area
            + "|\\d{3}[\\s.·‐‑-]\\d{4}"
            + ")(?!\\w)");

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,4}");

    private PrivateContacts() {}

    /** The text with what is private replaced. */
    static String hiddenIn(String text) {
        return NUMBER.matcher(ADDRESS.matcher(text).replaceAll(MAIL)).replaceAll(PHONE);
    }
}
