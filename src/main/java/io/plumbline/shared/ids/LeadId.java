package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a consultation lead. */
public record LeadId(UUID value) implements Id {
    public static LeadId next() {
        return new LeadId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
