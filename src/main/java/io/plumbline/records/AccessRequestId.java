package io.plumbline.records;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of an access request. */
public record AccessRequestId(UUID value) implements Serializable {
    static AccessRequestId next() {
        return new AccessRequestId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
