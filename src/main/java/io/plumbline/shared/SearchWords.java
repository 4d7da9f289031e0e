package io.plumbline.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people are found by, kept as tokens of which the beginning may be asked for. Each kind of token but a word has a
 * sign that no word has.
 */
public final class SearchWords {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_EMAIL = 80;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʼ]");

    /** Letters that have no accent to take away, and how people type them who do not have them. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    private SearchWords() {}

    /** The words of a name, without accents, capitals and apostrophes; each once. */
    public static List<String> words(String name) {
        return APART.splitAsStream(plain(SILENT.matcher(name).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(word -> beginning(word, LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** Digits from the last to the first, so that an ending is a beginning. */
    public static String ending(String digits) {
        return "#" + new StringBuilder(digits).reverse();
    }

    /** An e-mail address, as long as it may be asked for. */
    public static String email(String address) {
        return "=" + beginning(address.toLowerCase(Locale.ROOT), LONGEST_EMAIL);
    }

    /** The first characters of a text, none of them cut in two. */
    public static String beginning(String text, int characters) {
        return text.codePoints().limit(characters).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** The first text after all that begin like this one, in the order of either store. */
    public static String after(String beginning) {
        var last = beginning.codePointBefore(beginning.length());
        var next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }

    private static String plain(String name) {
        return SortKey.of(name, "")
                .codePoints()
                .mapToObj(letter -> plainLetter(PLAIN.get(letter), letter))
                .collect(Collectors.joining());
    }

    private static String plainLetter(@Nullable String plain, int letter) {
        return plain == null ? Character.toString(letter) : plain;
    }
}
