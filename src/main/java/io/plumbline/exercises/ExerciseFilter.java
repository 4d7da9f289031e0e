package io.plumbline.exercises;

import org.jspecify.annotations.Nullable;

/**
 * A filter for exercises.
 *
 * @param text word prefixes of name, instruction, dose and caution
 * @param area code of a muscle or area
 * @param withDose only exercises with a dose from the source
 */
public record ExerciseFilter(
        String text,
        @Nullable ExerciseGroup group,
        @Nullable ExerciseStage stage,
        @Nullable ExerciseLevel level,
        @Nullable String area,
        boolean withDose,
        ExerciseStatus status) {
    /** Matches all active exercises. */
    public static final ExerciseFilter ALL =
            new ExerciseFilter("", null, null, null, null, false, ExerciseStatus.ACTIVE);
}
