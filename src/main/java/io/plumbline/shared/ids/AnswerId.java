package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an answer. */
public record AnswerId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
