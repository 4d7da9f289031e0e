package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** A new version of an exercise was written. */
public record ExerciseRevised(UUID exercise, int number, List<String> fields) implements Recorded {
    @Override
    public String kind() {
        return "exercise.revised";
    }

    @Override
    public UUID subject() {
        return exercise;
    }

    @Override
    public String detail() {
        return "version " + number + ": " + String.join(", ", fields);
    }
}
