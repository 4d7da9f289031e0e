package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An exercise was written that is in no library. */
public record ExerciseAdded(UUID exercise) implements Recorded {
    @Override
    public String kind() {
        return "exercise.added";
    }

    @Override
    public UUID subject() {
        return exercise;
    }

    @Override
    public String detail() {
        return "";
    }
}
