package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a staff member, shared by the account and the practitioner. */
public record StaffId(UUID value) implements Id {
    /** The placeholder for an unknown actor. */
    public static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    /** Creates an id, greater than all ids created before it. */
    public static StaffId next() {
        return new StaffId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
