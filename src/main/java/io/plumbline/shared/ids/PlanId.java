package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a treatment plan. */
public record PlanId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
