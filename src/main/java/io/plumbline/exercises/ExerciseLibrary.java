package io.plumbline.exercises;

import java.util.List;
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
            int namedIn,
            boolean alsoClinicPage) {}
}
