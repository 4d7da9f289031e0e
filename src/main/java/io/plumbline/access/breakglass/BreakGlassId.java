package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of a break-glass access. */
public record BreakGlassId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
