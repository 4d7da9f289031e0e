package io.plumbline.shared;

import java.util.regex.Pattern;

/** The limits that a text must keep before it may be stored; counted as the store counts, so an emoji is two. */
public final class TextLimit {
    /** Half a character, and what nobody sees but what changes how the text around it is shown, or the log that it stands in. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\p{Cs}\\u200B\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{C}\\p{Z}\\s\\u115F\\u1160\\u2800\\u3164]*");

    private TextLimit() {}

    /**
     * A text without blanks around it and without hidden characters.
     *
     * @param what the field, as the screen names it
     * @throws IllegalArgumentException if it is blank or longer than {@code most} characters
     */
    public static String required(String what, String text, int most) {
        var kept = optional(what, text, most);
        if (isBlank(kept)) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return kept;
    }

    /**
     * A text without blanks around it and without hidden characters, possibly empty.
     *
     * @throws IllegalArgumentException if it is longer than {@code most} characters
     */
    public static String optional(String what, String text, int most) {
        var kept = HIDDEN.matcher(text).replaceAll("").strip();
        if (kept.length() > most) {
            throw new IllegalArgumentException(what + " has at most " + most + " characters");
        }
        return kept;
    }

    /** Whether nobody sees anything of a text: blanks of any kind, hidden characters, letters without a shape. */
    public static boolean isBlank(String text) {
        return NOTHING_TO_SEE.matcher(text).matches();
    }
}
