package io.plumbline.leads;

import io.plumbline.shared.SearchWords;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a name sounds, in whatever order and spelling its words are written. */
final class SoundOfName {
    private static final int LONGEST = 120;
    private static final DoubleMetaphone CODE = new DoubleMetaphone();

    private SoundOfName() {}

    /** The sound; empty for a single word, which too many people share. */
    static Optional<String> of(String fullName) {
        var words = SearchWords.words(fullName);
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(SearchWords.beginning(
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
