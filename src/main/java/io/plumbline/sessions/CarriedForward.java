package io.plumbline.sessions;

import io.plumbline.shared.ids.NoteId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the author carried forward from an earlier note.
 *
 * @param from the earlier note
 * @param treatedOn its day of treatment
 * @param fields the names of the carried fields, each with the hash of what was carried: a field that was changed since
 *     no longer has it
 */
public record CarriedForward(NoteId from, LocalDate treatedOn, SortedMap<String, String> fields) {
    public CarriedForward {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Returns a copy with more carried fields. */
    public CarriedForward with(Map<String, String> more) {
        var all = new TreeMap<>(fields);
        all.putAll(more);
        return new CarriedForward(from, treatedOn, all);
    }
}
