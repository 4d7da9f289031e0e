package io.plumbline.records.amendments;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of an amendment request. */
public record AmendmentId(UUID value) implements Serializable {
    static AmendmentId next() {
        return new AmendmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
