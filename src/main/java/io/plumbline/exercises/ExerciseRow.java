package io.plumbline.exercises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exercise in the library's list. */
public record ExerciseRow(
        UUID id,
        String name,
        ExerciseGroup group,
        ExerciseStage stage,
        @Nullable String instruction,
        @Nullable String dose,
        @Nullable String caution,
        int namedIn) {}
