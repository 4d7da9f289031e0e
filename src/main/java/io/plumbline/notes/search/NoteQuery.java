package io.plumbline.notes.search;

import io.plumbline.exercises.TextWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.search.NameSpellings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was typed to search in notes: a note is found if it has all these words.
 *
 * @param words whole words, at most five
 * @param beginning the last word that was typed, which a word of the note may continue
 */
record NoteQuery(List<String> words, String beginning) {
    /** A shorter word is in nearly every note, and is not stored. */
    private static final int SHORTEST = 2;

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’‘`´ʼ](?=\\p{L})");
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 6;

    /**
     * Parses the typed text in each spelling of the names that may be in it, first as it was typed; nearly always there is
     * one.
     *
     * @throws Refused as {@link #of} does
     */
    static List<NoteQuery> spelled(String typed) {
        var asTyped = of(typed);
        var cut = cut(typed);
        // texts keep the parts of O'Brien apart, as names do not
        var others = Stream.concat(
                        Stream.of(APOSTROPHE.matcher(cut).replaceAll("")),
                        NameSpellings.of(cut).stream().skip(1))
                .map(spelling -> TextWords.asked(spelling).stream()
                        .filter(NoteQuery::isLongEnough)
                        .toList())
                .filter(words -> !words.isEmpty())
                .map(NoteQuery::of);
        return Stream.concat(Stream.of(asTyped), others).distinct().toList();
    }

    /**
     * Parses the typed text; of more than six words, the first six. Of <em>O'Brien</em>, the longer part is searched.
     *
     * @throws Refused if there is no word, or one of a single character; the message is for the user
     */
    static NoteQuery of(String typed) {
        var asked = Arrays.stream(cut(typed).split("\\s+"))
                .flatMap(part -> searched(part).stream())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (asked.isEmpty()) {
            throw new Refused("Type a word to search for");
        }
        return of(asked);
    }

    private static NoteQuery of(List<String> asked) {
        return new NoteQuery(asked.subList(0, asked.size() - 1), asked.getLast());
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST)).strip();
    }

    private static List<String> searched(String part) {
        var words = TextWords.asked(part);
        var searched = words.stream().filter(NoteQuery::isLongEnough).toList();
        if (searched.isEmpty() && !words.isEmpty()) {
            throw new Refused("“" + part + "” is too short to search for. Type at least " + SHORTEST
                    + " characters of each word");
        }
        return searched;
    }

    /** Returns whether a word is stored and searched. */
    static boolean isLongEnough(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST;
    }

    /** Returns how many of the typed words are among those of a text. */
    long countIn(Set<String> text) {
        return words.stream().filter(text::contains).count() + (text.stream().anyMatch(this::isContinued) ? 1 : 0);
    }

    /** Returns whether a part of a text, between spaces or signs, is one of the typed words. */
    boolean isHit(String part) {
        return countIn(TextWords.of(List.of(part))) > 0;
    }

    private boolean isContinued(String word) {
        return word.startsWith(beginning);
    }
}
