package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a break-glass access. */
public record BreakGlassId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static BreakGlassId next() {
        return new BreakGlassId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static BreakGlassId parse(String text) {
        return new BreakGlassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
