package io.plumbline.shared.ids;

import java.util.UUID;

/** The id of an exercise of the library. */
public record ExerciseId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static ExerciseId next() {
        return new ExerciseId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static ExerciseId parse(String text) {
        return new ExerciseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
