package io.plumbline.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pain feels like, as chosen by a tap. The words are kept as text in {@link MarkedArea#quality()}, before the
 * patient's own.
 */
public enum PainQuality {
    ACHE("ache"),
    SHARP("sharp"),
    BURNING("burning"),
    NUMB("numb"),
    TINGLING("tingling"),
    STIFF("stiff");

    private static final String BETWEEN = ", ";

    private final String word;

    PainQuality(String word) {
        this.word = word;
    }

    /** Returns the word, in lower case. */
    public String word() {
        return word;
    }

    /** Returns the qualities that a text names between its commas. */
    public static Set<PainQuality> in(String text) {
        return parts(text)
                .flatMap(part -> named(part).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PainQuality.class)));
    }

    /** Returns the words of a text that are no quality of the list, as they were typed. */
    public static String ownWordsIn(String text) {
        return parts(text).filter(part -> named(part).isEmpty()).collect(Collectors.joining(BETWEEN));
    }

    /** Returns the text of some qualities and of own words, in the order of the list; empty if there are none. */
    public static String text(Set<PainQuality> chosen, String ownWords) {
        var own = ownWords.strip();
        return Stream.concat(
                        EnumSet.allOf(PainQuality.class).stream()
                                .filter(chosen::contains)
                                .map(PainQuality::word),
                        own.isEmpty() ? Stream.empty() : Stream.of(own))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Returns whether two texts say the same, in whatever order and letters. */
    public static boolean same(String one, String other) {
        return words(one).equals(words(other));
    }

    private static List<String> words(String text) {
        return parts(text).map(part -> part.toLowerCase(Locale.ROOT)).sorted().toList();
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Optional<PainQuality> named(String part) {
        return Arrays.stream(values())
                .filter(quality -> quality.word.equalsIgnoreCase(part))
                .findFirst();
    }
}
