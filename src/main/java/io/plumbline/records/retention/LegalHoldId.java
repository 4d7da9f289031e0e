package io.plumbline.records.retention;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a legal hold. */
public record LegalHoldId(UUID value) implements Id {
    static LegalHoldId next() {
        return new LegalHoldId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
