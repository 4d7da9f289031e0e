package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert to add.
 *
 * @param words at most 160 characters; may be empty if the kind needs no further text
 * @param endsOn the last day on which it applies; null while unknown
 */
public record AlertDraft(
        AlertKind kind,
        String words,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
