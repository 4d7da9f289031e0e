package io.plumbline.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says must not be overlooked.
 *
 * @param words at most 160 characters; may be empty where the kind speaks for itself
 * @param endsOn the last day on which it counts; null while none is known
 */
public record AlertDraft(
        AlertKind kind,
        String words,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
