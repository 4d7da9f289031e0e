package io.plumbline.access.sessions;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a staff session. It is no credential: the cookie of the session has another, secret value. */
public record StaffSessionId(UUID value) implements Id {
    /** The attribute of the HTTP session that holds its id. */
    public static final String ATTRIBUTE = "io.plumbline.staffSession";

    /** Creates an id, greater than all ids created before it. */
    public static StaffSessionId next() {
        return new StaffSessionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
