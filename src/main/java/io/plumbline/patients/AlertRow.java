package io.plumbline.patients;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert of a patient, as far as the current user may read it.
 *
 * @param version the version to pass when ending it
 * @param endsOn the last day on which it applies; null while unknown
 * @param mine whether the current user added it
 */
public record AlertRow(
        AlertId id,
        long version,
        AlertKind kind,
        String words,
        AlertAudience audience,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant addedAt,
        String addedBy,
        boolean mine) {
    /** Returns whether the alert applies on a day. */
    public boolean isOn(LocalDate day) {
        return !startsOn.isAfter(day) && !isOver(day);
    }

    /** Returns whether the alert's last day is before a day. */
    public boolean isOver(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    /** Returns the alert in one line. */
    public String sentence() {
        return kind.sentence(words);
    }
}
