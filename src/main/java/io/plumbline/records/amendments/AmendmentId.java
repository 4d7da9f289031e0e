package io.plumbline.records.amendments;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an amendment request. */
public record AmendmentId(UUID value) implements Id {
    static AmendmentId next() {
        return new AmendmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
