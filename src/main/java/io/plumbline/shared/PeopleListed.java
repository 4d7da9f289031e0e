package io.plumbline.shared;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody was shown a list of people, or searched for some. What stays on record is which list, how it was narrowed and
 * how many rows were shown; of the words that were typed only a keyed hash.
 *
 * @param subject who reads, or the place that the list is of
 * @param words as typed; empty where nobody was searched for
 * @param shape by what the list was narrowed, without the values of people
 * @param list what makes it the same list when it is asked for again
 */
public record PeopleListed(String kind, UUID subject, String words, String shape, String list, int rows)
        implements Recorded {
    /** The start page shows so few at most; the whole list after it is another look. */
    private static final int FEW = 10;

    /** A list that its kind names. */
    public static PeopleListed of(String kind, int rows) {
        return new PeopleListed(kind, Caller.current().staff().value(), "", "", "", rows);
    }

    /** The same, narrowed. */
    public PeopleListed narrowedBy(String how) {
        return narrowedBy(how, how);
    }

    /**
     * The same, narrowed.
     *
     * @param how by what, without the values of people
     * @param exactly by what, with the values; not kept
     */
    public PeopleListed narrowedBy(String how, String exactly) {
        return new PeopleListed(kind, subject, words, how, exactly, rows);
    }

    /** The same, asked for so many rows at most. */
    public PeopleListed upTo(int limit) {
        return limit > FEW ? this : narrowedBy(shape.isEmpty() ? "the first few" : shape + ", the first few");
    }

    /** The same, searched for by words. */
    public PeopleListed byWords(String typed) {
        return new PeopleListed(kind, subject, typed.strip().toLowerCase(Locale.ROOT), shape, list, rows);
    }

    /** The same of a place. */
    public PeopleListed at(UUID place) {
        return new PeopleListed(kind, place, words, shape, list, rows);
    }

    @Override
    public String detail() {
        return (shape.isEmpty() ? "" : shape + ", ") + rows + (rows == 1 ? " row" : " rows");
    }

    @Override
    public boolean isLook() {
        return true;
    }

    @Override
    public String repeats() {
        return list;
    }
}
