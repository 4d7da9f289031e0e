package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an exercise of the library. */
public record ExerciseId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
