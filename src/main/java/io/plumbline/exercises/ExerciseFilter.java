package io.plumbline.exercises;

import org.jspecify.annotations.Nullable;

/**
 * Which exercises are looked for.
 *
 * @param text words of name, instruction, dose and caution, each by its beginning
 * @param area code of a muscle or area
 * @param withDose only those for which the source gives a dose
 */
public record ExerciseFilter(
        String text,
        @Nullable ExerciseGroup group,
        @Nullable ExerciseStage stage,
        @Nullable ExerciseLevel level,
        @Nullable String area,
        boolean withDose,
        ExerciseStatus status) {
    /** Every exercise in use. */
    public static final ExerciseFilter ALL =
            new ExerciseFilter("", null, null, null, null, false, ExerciseStatus.ACTIVE);
}
