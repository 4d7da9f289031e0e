package io.plumbline.reactions;

import java.io.Serializable;
import java.util.UUID;

/** The id of an adverse reaction. */
public record ReactionId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
