package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An exercise was retired, or brought back. */
public record ExerciseMoved(UUID exercise, ExerciseStatus from, ExerciseStatus to) implements Recorded {
    @Override
    public String kind() {
        return "exercise.moved";
    }

    @Override
    public UUID subject() {
        return exercise;
    }

    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
