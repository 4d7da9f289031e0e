package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a checkout order. */
public record OrderId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
