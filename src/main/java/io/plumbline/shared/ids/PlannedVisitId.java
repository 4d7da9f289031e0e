package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a planned visit of a treatment plan. */
public record PlannedVisitId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static PlannedVisitId next() {
        return new PlannedVisitId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static PlannedVisitId parse(String text) {
        return new PlannedVisitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
