package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a treatment plan. */
public record PlanId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static PlanId next() {
        return new PlanId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static PlanId parse(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
