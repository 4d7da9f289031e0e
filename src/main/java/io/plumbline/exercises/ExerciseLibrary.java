package io.plumbline.exercises;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library of exercises with its source, read from a file.
 *
 * @param approvedBy the clinic's licensed lead who signed it off; null if nobody has
 */
public record ExerciseLibrary(
        String version, String source, @Nullable String approvedBy, List<Entry> exercises) {
    /**
     * One exercise.
     *
     * @param namedIn how many of forty practitioners' answers mention it
     * @param alsoClinicPage whether the clinic's web page mentions it too
     * @param areas the muscles and areas in its name, group or instruction
     * @param variants the words that answers use for it
     */
    public record Entry(
            String slug,
            String name,
            ExerciseGroup group,
            @Nullable String instruction,
            @Nullable String dose,
            @Nullable String caution,
            @Nullable String progression,
            ExerciseStage stage,
            @Nullable ExerciseLevel level,
            Set<String> areas,
            List<String> variants,
            int namedIn,
            boolean alsoClinicPage) {
        ExerciseDraft draft() {
            return new ExerciseDraft(
                    name,
                    group,
                    stage,
                    level,
                    Objects.requireNonNullElse(instruction, ""),
                    Objects.requireNonNullElse(dose, ""),
                    Objects.requireNonNullElse(caution, ""),
                    Objects.requireNonNullElse(progression, ""),
                    areas);
        }
    }
}
