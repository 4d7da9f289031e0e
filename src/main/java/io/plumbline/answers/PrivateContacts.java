package io.plumbline.answers;

import java.util.regex.Pattern;

/** Replaces private phone numbers and e-mail addresses in a text, so that none is stored, shown, searched or logged. */
final class PrivateContacts {
    /** The placeholder for a phone number. */
    static final String PHONE = "[phone number]";

    /** The placeholder for an e-mail address. */
    static final String MAIL = "[e-mail address]";

    private static final String GAP = "[\\s.·‐‑–/-]{0,2}";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(?:"
            // with a country code
            + "\\+\\d{1,3}" + GAP + "\\(?\\d{1,4}\\)?(?:" + GAP + "\\d{2,4}){2,4}"
            // ten digits, as in the United States, with or without a leading 1
            + "|(?:1" + GAP + ")?\\(?\\d{3}\\)?" + GAP + "\\d{3}" + GAP + "\\d{4}"
            // seven digits, without the area code
            + "|\\d{3}[\\s.·‐‑-]\\d{4}"
            + ")(?!\\w)");

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,4}");

    private PrivateContacts() {}

    /** Returns the text with private contacts replaced. */
    static String hiddenIn(String text) {
        return NUMBER.matcher(ADDRESS.matcher(text).replaceAll(MAIL)).replaceAll(PHONE);
    }
}
