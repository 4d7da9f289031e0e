package io.plumbline.leads;

import java.util.regex.Pattern;

/**
 * The name in the greeting of a letter. Whoever fills in the public form chooses the name and the address that we write to,
 * so that a letter of ours carries no link of theirs, and no text of any length.
 */
final class LetterName {
    /** Of the name so much is greeted. */
    static final int LONGEST = 60;

    private static final String NOBODY = "Sir or Madam";
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*");
    private static final Pattern DOT_WITHIN = Pattern.compile("\\.(?=\\S)");

    private LetterName() {}

    /** The name without what a mail program makes a link of, cut where a word ends. */
    static String of(String fullName) {
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
