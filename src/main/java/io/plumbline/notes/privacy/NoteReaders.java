package io.plumbline.notes.privacy;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Set;

/**
 * Who may read a session note, for its author.
 *
 * @param named the named people who can still be named; empty unless the note is restricted to named people
 * @param version the version to pass to the next change; -1 if nothing was ever chosen
 * @param colleagues who can be named, by name
 */
public record NoteReaders(NotePrivacy privacy, Set<Colleague> named, long version, List<Colleague> colleagues) {
    /** A clinician who can be named as a reader. */
    public record Colleague(StaffId id, String name) {}
}
