package io.plumbline.shared;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a name sounds, in whatever order and spelling its words are written: a token that people are found by. */
public final class SoundOfName {
    /** No word begins with it. */
    private static final String SIGN = "~";

    private static final int LONGEST = 120;
    private static final DoubleMetaphone CODE = new DoubleMetaphone();

    private SoundOfName() {}

    /** The sound; empty for a single word, which too many people share. */
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

    /** A word of letters for which there is no code stands for itself. */
    private static String code(String word) {
        var code = CODE.doubleMetaphone(word);
        return code == null || code.isEmpty() ? word : code;
    }
}
