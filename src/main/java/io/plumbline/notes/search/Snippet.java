package io.plumbline.notes.search;

import io.plumbline.exercises.TextWords;
import io.plumbline.notes.search.NoteText.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of a note in which the typed words stand.
 *
 * @param field the field of the note; empty if the note says nothing
 * @param pieces the text, in order
 */
public record Snippet(String field, List<Piece> pieces) {
    private static final int BEFORE = 60;
    private static final int LONGEST = 180;
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** A piece of text, and whether it is one of the typed words. */
    public record Piece(String text, boolean isHit) {}

    /** Returns what the passage says that has most of the typed words, around the first of them. */
    static Snippet of(List<Passage> passages, NoteQuery query) {
        return passages.stream()
                .max(Comparator.comparingLong((Passage passage) -> query.countIn(TextWords.of(List.of(passage.text()))))
                        // of equals the first
                        .thenComparing(passages::indexOf, Comparator.reverseOrder()))
                .map(passage -> new Snippet(passage.field(), cut(passage.text(), query)))
                .orElseGet(() -> new Snippet("", List.of()));
    }

    private static List<Piece> cut(String text, NoteQuery query) {
        var hits = PART.matcher(text)
                .results()
                .filter(part -> query.isHit(part.group()))
                .toList();
        var first = hits.isEmpty() ? 0 : hits.getFirst().start();
        var from = first <= BEFORE ? 0 : wordAfter(text, first - BEFORE, first);
        var to = from + LONGEST >= text.length() ? text.length() : wordBefore(text, from + LONGEST, first);
        var pieces = new ArrayList<Piece>();
        var at = from;
        addText(pieces, from == 0 ? "" : "… ");
        for (var hit : hits) {
            if (hit.end() <= to) {
                addText(pieces, text.substring(at, hit.start()));
                pieces.add(new Piece(hit.group(), true));
                at = hit.end();
            }
        }
        addText(pieces, text.substring(at, to) + (to == text.length() ? "" : " …"));
        return List.copyOf(pieces);
    }

    private static void addText(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false));
        }
    }

    /** Returns where the first word begins that is whole behind a place; the hit itself in a text without spaces. */
    private static int wordAfter(String text, int from, int hit) {
        var space = text.indexOf(' ', from);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    /** Returns where the last word ends that is whole before a place; at least the hit stays. */
    private static int wordBefore(String text, int to, int hit) {
        var space = text.lastIndexOf(' ', to);
        return space > hit ? space : endOfWord(text, Math.max(to, hit));
    }

    private static int endOfWord(String text, int at) {
        return PART.matcher(text)
                .results()
                .filter(part -> part.start() < at && part.end() >= at)
                .mapToInt(MatchResult::end)
                .findFirst()
                .orElse(at);
    }
}
