package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of a score of an outcome measure. */
public record ScoreId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
