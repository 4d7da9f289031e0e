package io.plumbline.records.disposal;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a disposal list. */
public record DisposalListId(UUID value) implements Id {
    static DisposalListId next() {
        return new DisposalListId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
