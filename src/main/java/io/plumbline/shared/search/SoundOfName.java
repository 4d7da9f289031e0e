package io.plumbline.shared.search;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/** Builds a search token from the sound of a name, independent of spelling and word order. */
public final class SoundOfName {
    /** The first character of the token; no word begins with it. */
    private static final String SIGN = "~";

    private static final int LONGEST = 120;
    private static final DoubleMetaphone CODE = new DoubleMetaphone();

    private SoundOfName() {}

    /** Returns the token; empty for a single word, which too many people share. */
    public static Optional<String> token(String fullName) {
        var words = SearchWords.words(fullName);
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(SIGN
                        + SearchWords.beginning(
                                words.stream()
                                        .map(SoundOfName::code)
                                        .sorted(Comparator.naturalOrder())
                                        .collect(Collectors.joining("-")),
                                LONGEST));
    }

    /** Returns the tokens of a name in every spelling; two of its words may be one in another. */
    public static Set<String> ofSpellings(String fullName) {
        return NameSpellings.of(fullName).stream()
                .flatMap(spelling -> token(spelling).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the phonetic code of a word, or the word itself if it has none. */
    private static String code(String word) {
        var code = CODE.doubleMetaphone(word);
        return code == null || code.isEmpty() ? word : code;
    }
}
