package io.plumbline.downtime;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of an outage of a clinic. */
public record OutageId(UUID value) implements Serializable {
    static OutageId next() {
        return new OutageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
