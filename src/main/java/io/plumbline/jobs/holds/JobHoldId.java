package io.plumbline.jobs.holds;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a job hold. */
public record JobHoldId(UUID value) implements Id {
    static JobHoldId next() {
        return new JobHoldId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
