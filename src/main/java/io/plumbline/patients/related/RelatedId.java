package io.plumbline.patients.related;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** Identifies a related person of a patient. */
public record RelatedId(UUID value) implements Id {
    /** Returns a new id. */
    static RelatedId next() {
        return new RelatedId(Ids.next());
    }
}
