package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a patient. */
public record PatientId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static PatientId next() {
        return new PatientId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
