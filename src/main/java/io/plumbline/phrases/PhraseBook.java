package io.plumbline.phrases;

import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that are offered to one clinician: their own, and those of the clinics. A phrase of their own inserts
 * their own phrases, or else those of the clinics; a phrase of the clinics inserts only those of the clinics, so that it
 * says the same for everybody and no personal phrase can lead it in a circle.
 */
final class PhraseBook {
    private final Map<Entry, PhraseText> texts;
    private final Map<Entry, String> whole = new HashMap<>();

    /** A code in its scope. */
    record Entry(PreparedTextScope scope, String code) {}

    PhraseBook(Map<Entry, String> texts) {
        this.texts = new LinkedHashMap<>();
        texts.forEach((entry, text) -> this.texts.put(entry, new PhraseText(text)));
    }

    /** Returns the book with one phrase more, or with another text of it. */
    PhraseBook with(Entry entry, String text) {
        var more = new LinkedHashMap<Entry, String>();
        texts.forEach((known, its) -> more.put(known, its.text()));
        more.put(entry, text);
        return new PhraseBook(more);
    }

    boolean has(Entry entry) {
        return texts.containsKey(entry);
    }

    /** Returns how many phrases a scope has. */
    long count(PreparedTextScope scope) {
        return texts.keySet().stream().filter(entry -> entry.scope() == scope).count();
    }

    /**
     * Refuses a change of a phrase after which it inserts itself, directly or through others, or is too long with all
     * that it inserts, or makes a phrase that inserts it too long.
     *
     * @param before the book without the change: what was too long in it is no reason to refuse
     * @throws Refused with a message for the text
     */
    void refuseUnusable(Entry entry, PhraseBook before) {
        var circle = circle(entry);
        if (!circle.isEmpty()) {
            throw new Refused(
                    PhraseField.TEXT,
                    "This phrase would insert itself: "
                            + circle.stream().map(step -> "." + step.code()).collect(Collectors.joining(" inserts "))
                            + ". Take one of these codes out");
        }
        if (isTooLong(entry)) {
            throw new Refused(
                    PhraseField.TEXT,
                    "With the phrases that it inserts, a phrase has at most 2,000 characters. This one has "
                            + length(entry));
        }
        var grown = texts.keySet().stream()
                .filter(other -> isTooLong(other) && !before.isTooLong(other))
                .map(other -> "." + other.code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!grown.isEmpty()) {
            throw new Refused(
                    PhraseField.TEXT,
                    "Phrases that insert this one would have more than 2,000 characters: " + grown
                            + ". Shorten this text, or change those phrases first");
        }
    }

    private boolean isTooLong(Entry entry) {
        return length(entry) > PhraseDraft.LONGEST_TEXT;
    }

    private long length(Entry entry) {
        return length(entry, new HashMap<>());
    }

    /** Returns the way from a phrase back to itself, which begins and ends with it; empty if there is none. */
    List<Entry> circle(Entry from) {
        var way = new ArrayList<Entry>();
        return leadsTo(from, from, way, new LinkedHashSet<>()) ? way : List.of();
    }

    private boolean leadsTo(Entry from, Entry goal, List<Entry> way, Set<Entry> seen) {
        way.add(from);
        for (var next : called(from)) {
            if (next.equals(goal)) {
                way.add(goal);
                return true;
            }
            if (seen.add(next) && leadsTo(next, goal, way, seen)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }

    /** A phrase in a circle is left out of the length; it is refused before. */
    private long length(Entry entry, Map<Entry, Long> known) {
        var before = known.putIfAbsent(entry, 0L);
        if (before != null) {
            return before;
        }
        var length = text(entry).lengthWith(code -> {
            var called = find(entry.scope(), code);
            return called == null ? -1L : length(called, known);
        });
        known.put(entry, length);
        return length;
    }

    /** Returns the codes in the text of a phrase for which there is no phrase. */
    List<String> unknown(Entry entry) {
        return text(entry).calls().stream()
                .filter(code -> find(entry.scope(), code) == null)
                .toList();
    }

    /** Returns the codes of the phrases that insert a phrase, in order. */
    List<String> callersOf(Entry entry) {
        return texts.keySet().stream()
                .filter(caller -> called(caller).contains(entry))
                .map(Entry::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns what each code that the clinician can type inserts, by code. */
    Map<String, String> typed() {
        var typed = new TreeMap<String, String>();
        Stream.of(PreparedTextScope.CLINICS, PreparedTextScope.OWN).forEach(scope -> texts.keySet().stream()
                .filter(entry -> entry.scope() == scope)
                .forEach(entry -> typed.put(entry.code(), inserted(entry))));
        return typed;
    }

    /**
     * Returns the text that a phrase inserts. Bounded even where two people have made a circle at the same time: a
     * phrase is put once on the way from a code to its text, and only where it fits in 2,000 characters.
     */
    String inserted(Entry entry) {
        return inserted(entry, new LinkedHashSet<>());
    }

    private String inserted(Entry entry, Set<Entry> open) {
        var known = whole.get(entry);
        if (known != null) {
            return known;
        }
        open.add(entry);
        var text = text(entry).with((code, written, room) -> {
            var called = find(entry.scope(), code);
            if (called == null || open.contains(called)) {
                return written;
            }
            var put = inserted(called, open);
            return put.length() <= room ? put : written;
        });
        open.remove(entry);
        whole.put(entry, text);
        return text;
    }

    private List<Entry> called(Entry entry) {
        return text(entry).calls().stream()
                .flatMap(code -> Stream.ofNullable(find(entry.scope(), code)))
                .toList();
    }

    private @Nullable Entry find(PreparedTextScope caller, String code) {
        var own = new Entry(PreparedTextScope.OWN, code);
        var clinics = new Entry(PreparedTextScope.CLINICS, code);
        return caller == PreparedTextScope.OWN && has(own) ? own : has(clinics) ? clinics : null;
    }

    private PhraseText text(Entry entry) {
        return texts.getOrDefault(entry, new PhraseText(""));
    }
}
