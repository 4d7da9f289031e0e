package io.plumbline.exercises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exercise in the library's list.
 *
 * @param instruction empty where the source gives the name alone
 * @param isSignedOff whether this version is signed off
 */
public record ExerciseRow(
        UUID id,
        String name,
        ExerciseGroup group,
        ExerciseStage stage,
        @Nullable ExerciseLevel level,
        String instruction,
        String dose,
        String caution,
        boolean isSignedOff,
        ExerciseNamed named) {}
