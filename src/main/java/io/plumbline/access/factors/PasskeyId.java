package io.plumbline.access.factors;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a passkey in the portal. It is not the one by which a browser knows the passkey. */
public record PasskeyId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    static PasskeyId next() {
        return new PasskeyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
