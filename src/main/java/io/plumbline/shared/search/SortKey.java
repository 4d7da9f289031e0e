package io.plumbline.shared.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The key for sorting and loosely comparing names, without accents and capitals; computed in Java, so that it is the
 * same on every database.
 */
public final class SortKey {
    private static final int LONGEST = 170;

    private SortKey() {}

    /** Returns the key of a person's name, family name first; at most 170 characters. */
    public static String of(String familyName, String givenName) {
        var key = Normalizer.normalize(familyName + " " + givenName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        if (key.length() <= LONGEST) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
