package io.plumbline.records.incidents;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an incident. */
public record IncidentId(UUID value) implements Id {
    static IncidentId next() {
        return new IncidentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
