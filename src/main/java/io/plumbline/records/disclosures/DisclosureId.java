package io.plumbline.records.disclosures;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a disclosure. */
public record DisclosureId(UUID value) implements Id {
    static DisclosureId next() {
        return new DisclosureId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
