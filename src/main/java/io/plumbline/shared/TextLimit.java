package io.plumbline.shared;

import java.text.Normalizer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Cleans text and checks its length before it is stored, each letter in one form with its marks (NFC). Length is counted as the database counts it, so an emoji is
 * two.
 */
public final class TextLimit {
    /**
     * Unpaired surrogates, and invisible characters that change how the text around them, or a log that contains them,
     * is shown.
     */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\p{Cs}\\u200B\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{C}\\p{Z}\\s\\u115F\\u1160\\u2800\\u3164]*");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TextLimit() {}

    /**
     * Returns the text without surrounding whitespace and hidden characters.
     *
     * @param what the field, as the screen names it
     * @throws Refused if it is blank or longer than {@code most} characters
     */
    public static String required(String what, String text, int most) {
        var kept = optional(what, text, most);
        if (isBlank(kept)) {
            throw new Refused(what + " is missing");
        }
        return kept;
    }

    /**
     * Returns the text without surrounding whitespace and hidden characters, possibly empty.
     *
     * @throws Refused if it is longer than {@code most} characters
     */
    public static String optional(String what, String text, int most) {
        var kept = Normalizer.normalize(HIDDEN.matcher(text).replaceAll("").strip(), Normalizer.Form.NFC);
        if (kept.length() > most) {
            throw new Refused(what + " has at most " + most + " characters");
        }
        return kept;
    }

    /**
     * Returns the text as {@link #required(String, String, int)} does.
     *
     * @param at the field of the form at which a refusal stands
     * @throws Refused if it is blank or longer than {@code most} characters
     */
    public static String required(Enum<?> at, String what, String text, int most) {
        return at(at, () -> required(what, text, most));
    }

    /**
     * Returns the text as {@link #optional(String, String, int)} does.
     *
     * @param at the field of the form at which a refusal stands
     * @throws Refused if it is longer than {@code most} characters
     */
    public static String optional(Enum<?> at, String what, String text, int most) {
        return at(at, () -> optional(what, text, most));
    }

    private static String at(Enum<?> field, Supplier<String> text) {
        try {
            return text.get();
        } catch (Refused refused) {
            throw new Refused(field, refused.sentence());
        }
    }

    /**
     * Returns the text in one line, as {@link #optional} does: a line feed in a cell of an import is a space.
     *
     * @throws Refused if it is longer than {@code most} characters
     */
    public static String oneLine(String what, String text, int most) {
        return optional(what, SPACES.matcher(text).replaceAll(" "), most);
    }

    /** Returns whether nothing of a text is visible: whitespace, hidden characters, and characters without a glyph. */
    public static boolean isBlank(String text) {
        return NOTHING_TO_SEE.matcher(text).matches();
    }
}
