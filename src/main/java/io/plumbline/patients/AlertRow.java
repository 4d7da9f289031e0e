package io.plumbline.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert of a patient, as far as the caller may read it.
 *
 * @param version the version that its end carries
 * @param endsOn the last day on which it counts; null while none is known
 * @param mine whether the caller added it
 */
public record AlertRow(
        UUID id,
        long version,
        AlertKind kind,
        String words,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant addedAt,
        String addedBy,
        boolean mine) {
    /** Whether it counts on a day. */
    public boolean isOn(LocalDate day) {
        return !startsOn.isAfter(day) && !isOver(day);
    }

    /** Whether its last day has passed. */
    public boolean isOver(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    /** What it says in one line. */
    public String sentence() {
        if (words.isEmpty()) {
            return kind.word();
        }
        return kind == AlertKind.OTHER || kind == AlertKind.PREFERENCE ? words : kind.word() + ": " + words;
    }
}
