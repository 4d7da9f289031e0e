package io.plumbline.practitioners;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is away, and why.
 *
 * @param until the last day away
 * @param startsAt with {@code endsAt} the part of the one day, in the time of the clinic where they work; null for whole
 *     days
 */
public record AbsenceDraft(
        LocalDate from,
        LocalDate until,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        AbsenceKind kind,
        String note) {
    /** Whole days. */
    public static AbsenceDraft days(LocalDate from, LocalDate until, AbsenceKind kind, String note) {
        return new AbsenceDraft(from, until, null, null, kind, note);
    }
}
