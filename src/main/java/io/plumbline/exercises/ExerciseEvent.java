package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.UUID;

/** Audit events of the exercise library. */
sealed interface ExerciseEvent extends Recorded {

    /** An exercise was added that comes from no library. */
    record Added(ExerciseId exercise) implements OfExercise {}

    /** A new version of an exercise was created. */
    record Revised(ExerciseId exercise, int number, List<String> fields) implements OfExercise {
        @Override
        public String detail() {
            return "version " + number + ": " + String.join(", ", fields);
        }
    }

    /** A licensed lead signed off a version of an exercise. */
    record SignedOff(ExerciseId exercise, int number) implements OfExercise {
        @Override
        public String detail() {
            return "version " + number;
        }
    }

    /** An exercise was retired or made active again. */
    @StoredKind("exercise.moved")
    record StatusChanged(ExerciseId exercise, ExerciseStatus from, ExerciseStatus to) implements OfExercise {
        @Override
        public String detail() {
            return "status " + from + " to " + to;
        }
    }

    /** Exercises were added from a library file. */
    record LibraryImported(UUID subject, String version, int exercises) implements ExerciseEvent {
        LibraryImported(String version, int exercises) {
            this(Ids.next(), version, exercises);
        }

        @Override
        public String detail() {
            return "version " + version + ", " + exercises + " exercises";
        }
    }

    /** What happened to one exercise. */
    sealed interface OfExercise extends ExerciseEvent {
        ExerciseId exercise();

        @Override
        default UUID subject() {
            return exercise().value();
        }
    }
}
