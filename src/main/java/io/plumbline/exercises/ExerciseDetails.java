package io.plumbline.exercises;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exercise with all its versions.
 *
 * @param slug the short name by which answers are linked
 * @param version what a change of it carries
 * @param source where the exercise comes from
 * @param onClinicPage whether the clinic page names it too
 * @param retiredReason why it is retired; null where it is not
 * @param versions the newest first
 */
public record ExerciseDetails(
        UUID id,
        String slug,
        long version,
        ExerciseStatus status,
        @Nullable String retiredReason,
        String source,
        String libraryVersion,
        boolean onClinicPage,
        ExerciseNamed named,
        List<ExerciseVersion> versions) {
    /** The version that is in use. */
    public ExerciseVersion current() {
        return versions.getFirst();
    }

    /** A version by its number. */
    public Optional<ExerciseVersion> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }
}
