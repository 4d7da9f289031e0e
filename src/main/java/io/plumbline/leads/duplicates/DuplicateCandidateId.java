package io.plumbline.leads.duplicates;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a duplicate candidate. */
public record DuplicateCandidateId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static DuplicateCandidateId next() {
        return new DuplicateCandidateId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static DuplicateCandidateId parse(String text) {
        return new DuplicateCandidateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
