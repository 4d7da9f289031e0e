package io.plumbline.exercises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an exercise with its author and reason.
 *
 * @param signedOffBy the licensed lead who signed it off; null if nobody has
 */
public record ExerciseVersion(
        int number,
        ExerciseDraft draft,
        String reason,
        String by,
        Instant at,
        @Nullable String signedOffBy,
        @Nullable Instant signedOffAt) {}
