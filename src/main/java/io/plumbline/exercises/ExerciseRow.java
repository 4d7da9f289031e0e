package io.plumbline.exercises;

import io.plumbline.shared.ids.ExerciseId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the exercise list.
 *
 * @param instruction empty if the source gives only the name
 * @param isSignedOff whether this version is signed off
 */
public record ExerciseRow(
        ExerciseId id,
        String name,
        ExerciseGroup group,
        ExerciseStage stage,
        @Nullable ExerciseLevel level,
        String instruction,
        String dose,
        String caution,
        boolean isSignedOff,
        ExerciseNamed named) {}
