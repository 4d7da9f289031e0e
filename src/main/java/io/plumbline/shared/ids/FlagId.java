package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a red flag. */
public record FlagId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
