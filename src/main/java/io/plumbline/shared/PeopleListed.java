package io.plumbline.shared;

import java.util.Locale;
import java.util.UUID;

/**
 * An audit event: a list of people was shown or searched. Records which list, its filters, and the number of rows; of
 * the search text, only a keyed hash.
 *
 * @param subject the current user, or the record to which the list belongs, such as a clinic
 * @param words the search text as typed; empty if there was no search
 * @param shape the filters, without personal data
 * @param list identifies the list, to recognize repeated views
 */
public record PeopleListed(String kind, UUID subject, String words, String shape, String list, int rows)
        implements Recorded {
    /** The largest number of rows on the start page; opening the whole list afterwards counts as another view. */
    private static final int FEW = 10;

    /** Creates an event for a list that its kind identifies. */
    public static PeopleListed of(String kind, int rows) {
        return new PeopleListed(kind, CurrentUser.current().staff().value(), "", "", "", rows);
    }

    /** Returns a copy with a filter. */
    public PeopleListed narrowedBy(String how) {
        return narrowedBy(how, how);
    }

    /**
     * Returns a copy with a filter.
     *
     * @param how the filter, without personal data
     * @param exactly the filter with its values; not stored
     */
    public PeopleListed narrowedBy(String how, String exactly) {
        return new PeopleListed(kind, subject, words, how, exactly, rows);
    }

    /** Returns a copy for a list with a maximum number of rows. */
    public PeopleListed upTo(int limit) {
        return limit > FEW ? this : narrowedBy(shape.isEmpty() ? "the first few" : shape + ", the first few");
    }

    /** Returns a copy with a search text. */
    public PeopleListed byWords(String typed) {
        return new PeopleListed(kind, subject, typed.strip().toLowerCase(Locale.ROOT), shape, list, rows);
    }

    /** Returns a copy for a list that belongs to a record, such as a clinic. */
    public PeopleListed at(UUID place) {
        return new PeopleListed(kind, place, words, shape, list, rows);
    }

    @Override
    public String detail() {
        return (shape.isEmpty() ? "" : shape + ", ") + rows + (rows == 1 ? " row" : " rows");
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public String repeats() {
        return list;
    }
}
