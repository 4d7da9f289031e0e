package io.plumbline.exercises;

import io.plumbline.shared.ids.ExerciseId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exercise with all its versions.
 *
 * @param slug the short name in links from answers
 * @param version the version that a change must carry
 * @param source where the exercise comes from
 * @param onClinicPage whether the clinic's web page mentions it too
 * @param retiredReason why it is retired; null if it is active
 * @param versions newest first
 */
public record ExerciseDetails(
        ExerciseId id,
        String slug,
        long version,
        ExerciseStatus status,
        @Nullable String retiredReason,
        String source,
        String libraryVersion,
        boolean onClinicPage,
        ExerciseNamed named,
        List<ExerciseVersion> versions) {
    /** Returns the newest version. */
    public ExerciseVersion current() {
        return versions.getFirst();
    }

    /** Finds a version by its number. */
    public Optional<ExerciseVersion> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }
}
