package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A licensed lead signed a version of an exercise off. */
public record ExerciseSignedOff(UUID exercise, int number) implements Recorded {
    @Override
    public String kind() {
        return "exercise.signed-off";
    }

    @Override
    public UUID subject() {
        return exercise;
    }

    @Override
    public String detail() {
        return "version " + number;
    }
}
