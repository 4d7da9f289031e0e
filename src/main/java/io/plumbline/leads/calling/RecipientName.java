package io.plumbline.leads.calling;

import java.util.regex.Pattern;

/**
 * The name in the greeting of a message. The sender of the public form chooses both the name and the address, so the
 * name is limited in length and stripped of links: otherwise anybody could send links or long texts in our messages.
 */
public final class RecipientName {
    /** Maximum length of the name, in characters. */
    static final int LONGEST = 60;

    private static final String NOBODY = "Sir or Madam";
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*");
    private static final Pattern DOT_WITHIN = Pattern.compile("\\.(?=\\S)");

    private RecipientName() {}

    /** Returns the name without anything that a mail program would turn into a link, cut at the end of a word. */
    public static String of(String fullName) {
        var plain = DOT_WITHIN
                .matcher(ADDRESS.matcher(fullName).replaceAll(" "))
                .replaceAll(". ")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.codePoints().noneMatch(Character::isLetter)) {
            return NOBODY;
        }
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        var cut = plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
        var space = cut.lastIndexOf(' ');
        return space > 0 ? cut.substring(0, space) : cut;
    }
}
