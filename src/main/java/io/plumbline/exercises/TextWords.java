package io.plumbline.exercises;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Splits whole texts, such as the instructions of an exercise or an answer, into words that are searched: lowercase,
 * without accents, truncated to the length of the database column. The rules are not those of
 * {@link io.plumbline.shared.search.SearchWords}, which are for names: a text keeps every word, however many, and the
 * words in the database were made by these rules.
 */
public final class TextWords {
    private static final int LONGEST = 40;
    private static final int MOST_ASKED = 6;

    private TextWords() {}

    /** Returns the words to store for some texts. */
    public static Set<String> of(Collection<String> texts) {
        return texts.stream().flatMap(text -> split(text).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the word prefixes of a search, at most six. */
    public static List<String> asked(String search) {
        return split(search).stream().distinct().limit(MOST_ASKED).toList();
    }

    private static List<String> split(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .toList();
    }
}
