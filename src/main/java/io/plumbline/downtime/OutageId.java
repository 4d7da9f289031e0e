package io.plumbline.downtime;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an outage of a clinic. */
public record OutageId(UUID value) implements Id {
    static OutageId next() {
        return new OutageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
