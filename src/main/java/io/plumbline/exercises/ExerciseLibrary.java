package io.plumbline.exercises;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library of exercises with its source, as it is read from a file.
 *
 * @param approvedBy the clinic's licensed lead who has signed it off; null while nobody has
 */
public record ExerciseLibrary(
        String version, String source, @Nullable String approvedBy, List<Entry> exercises) {
    /**
     * One exercise.
     *
     * @param namedIn in how many of forty practitioners' answers it is named
     * @param alsoClinicPage whether the clinic page names it too
     * @param areas the muscles and areas that its name, group or instruction says
     * @param variants the words by which answers name it
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
