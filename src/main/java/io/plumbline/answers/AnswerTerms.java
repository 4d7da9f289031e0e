package io.plumbline.answers;

import io.plumbline.exercises.ExerciseLibrary;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms that an answer mentions, from the exercise library and a vocabulary file. A name within a longer name
 * of the same kind does not count: <em>stiff leg deadlift</em> is not a mention of <em>deadlift</em>.
 */
final class AnswerTerms {
    private static final String COUNT = "(?:\\d{1,3}|one|two|three|four|five|ten|a)";
    private static final String RANGE = COUNT + "(?:\\s?(?:-|–|to|or)\\s?" + COUNT + ")?";
    private static final String UNIT = "(?:sets?|reps?|repetitions?|times|seconds?|secs?|minutes?|mins?)";
    private static final Pattern DOSE = Pattern.compile(
            "(?iu)\\b(?:" + RANGE + "\\s" + UNIT + "(?:\\sor\\stwo|\\sof\\s" + RANGE + "(?:\\s" + UNIT
                    + ")?)?|\\d{1,2}\\s?[x×]\\s?\\d{1,3})\\b|\\bdaily\\b(?!\\s(?:activit|li[fv]|work|task|load))|\\bevery day\\b");
    private static final int LONGEST_DOSE = 80;

    private final List<Term> terms;
    private final File file;

    /** The vocabulary file: words for modalities, areas and cautions. */
    record File(String version, String source, List<Entry> modalities, List<Entry> areas, List<Entry> cautions) {}

    /**
     * A code and its words. A blank in the words also matches a hyphen or nothing, and {@code *} matches a few other
     * words; plurals match too.
     */
    record Entry(String code, @Nullable String name, List<String> words) {}

    private record Term(Mention mention, Pattern words) {}

    private record Found(Mention mention, int from, int to) {
        boolean isWithin(Found other) {
            return mention.kind() == other.mention.kind()
                    && !mention.equals(other.mention)
                    && other.from <= from
                    && to <= other.to
                    && other.to - other.from > to - from;
        }
    }

    AnswerTerms(ExerciseLibrary library, File file) {
        this.file = file;
        terms = Stream.of(
                        library.exercises().stream()
                                .map(entry -> term(MentionKind.EXERCISE, entry.slug(), entry.variants())),
                        terms(MentionKind.MODALITY, file.modalities()),
                        terms(MentionKind.AREA, file.areas()),
                        terms(MentionKind.CAUTION, file.cautions()))
                .flatMap(every -> every)
                .toList();
    }

    /** Returns the mentions in a text, each once, in the order of the text within each kind. */
    Set<Mention> in(String text) {
        var found = terms.stream()
                .flatMap(term -> term.words()
                        .matcher(text)
                        .results()
                        .map(hit -> new Found(term.mention(), hit.start(), hit.end())))
                .toList();
        var mentions = new LinkedHashSet<Mention>();
        found.stream()
                .filter(one -> found.stream().noneMatch(one::isWithin))
                .forEach(one -> mentions.add(one.mention()));
        DOSE.matcher(text).results().forEach(dose -> mentions.add(dose(dose.group())));
        return mentions;
    }

    /** Returns the name of a caution, or its code if the vocabulary no longer contains it. */
    String cautionName(String code) {
        return file.cautions().stream()
                .filter(entry -> entry.code().equals(code))
                .map(entry -> entry.name() == null ? code : entry.name())
                .findFirst()
                .orElse(code);
    }

    private static Mention dose(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return new Mention(MentionKind.DOSE, plain.substring(0, Math.min(plain.length(), LONGEST_DOSE)));
    }

    private static Stream<Term> terms(MentionKind kind, List<Entry> entries) {
        return entries.stream().map(entry -> term(kind, entry.code(), entry.words()));
    }

    private static Term term(MentionKind kind, String code, List<String> words) {
        // longest first, so that a whole name matches
        var either = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(AnswerTerms::pattern)
                .toList();
        return new Term(
                new Mention(kind, code),
                Pattern.compile("\\b(?:" + String.join("|", either) + ")(?!\\w)", Pattern.CASE_INSENSITIVE));
    }

    private static String pattern(String words) {
        return Stream.of(words.split(" "))
                        .map(word -> word.equals("*") ? "[^.!?]{0,60}?" : Pattern.quote(word))
                        .reduce((a, b) -> a + "[\\s/-]{0,2}" + b)
                        .orElseThrow()
                + "(?:e?s)?";
    }
}
