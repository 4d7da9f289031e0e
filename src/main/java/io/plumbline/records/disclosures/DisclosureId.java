package io.plumbline.records.disclosures;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of a disclosure. */
public record DisclosureId(UUID value) implements Serializable {
    static DisclosureId next() {
        return new DisclosureId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
