package io.plumbline.records;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an access request. */
public record AccessRequestId(UUID value) implements Id {
    static AccessRequestId next() {
        return new AccessRequestId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
