package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a clinic (location). */
public record ClinicId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ClinicId next() {
        return new ClinicId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
