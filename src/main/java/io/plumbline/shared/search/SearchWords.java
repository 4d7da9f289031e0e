package io.plumbline.shared.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the search tokens for people, stored for prefix search. Each kind of token except words starts with a
 * character that no word contains.
 */
public final class SearchWords {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_EMAIL = 80;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʼ]");

    /** Letters without a removable accent, and how people type them on keyboards that lack them. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    private SearchWords() {}

    /** Returns the distinct words of a name, without accents, capitals, and apostrophes. */
    public static List<String> words(String name) {
        return APART.splitAsStream(plain(SILENT.matcher(name).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(word -> beginning(word, LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /**
     * Returns whether each word of a typed text, in one of its spellings, begins a word of the name, in any order; no text
     * matches nothing.
     */
    public static boolean matches(String typed, String name) {
        var beginnings = words(typed);
        var named = new ArrayList<>(words(name));
        named.addAll(NameSpellings.further(name));
        return !beginnings.isEmpty()
                && NameSpellings.of(typed).stream().map(SearchWords::words).anyMatch(spelled -> spelled.stream()
                        .allMatch(one -> named.stream().anyMatch(word -> word.startsWith(one))));
    }

    /** Returns the digits in reverse order, so that a search by last digits becomes a prefix search. */
    public static String ending(String digits) {
        return "#" + new StringBuilder(digits).reverse();
    }

    /** Returns the token of an e-mail address, cut to the maximum length for searches. */
    public static String email(String address) {
        return "=" + beginning(address.toLowerCase(Locale.ROOT), LONGEST_EMAIL);
    }

    /** Returns the first characters of a text, without splitting a surrogate pair. */
    public static String beginning(String text, int characters) {
        return text.codePoints().limit(characters).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** Returns the first text after all texts with this prefix, in the sort order of both H2 and MySQL. */
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
