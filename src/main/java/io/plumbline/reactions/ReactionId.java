package io.plumbline.reactions;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an adverse reaction. */
public record ReactionId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
