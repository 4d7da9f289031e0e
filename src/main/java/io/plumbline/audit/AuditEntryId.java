package io.plumbline.audit;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an entry of the audit trail. */
public record AuditEntryId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static AuditEntryId next() {
        return new AuditEntryId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static AuditEntryId parse(String text) {
        return new AuditEntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
