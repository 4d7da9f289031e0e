package io.plumbline.patients.duplicates;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a possible duplicate among patients. */
public record PatientDuplicateId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static PatientDuplicateId next() {
        return new PatientDuplicateId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
