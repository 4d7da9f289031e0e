package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a planned visit of a treatment plan. */
public record PlannedVisitId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
