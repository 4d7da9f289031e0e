package io.plumbline.practitioners.absences;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An absence to record, with its reason.
 *
 * @param until the last day of the absence
 * @param startsAt with {@code endsAt}, the part of a single day, in the time zone of the clinic; null for whole days
 */
public record AbsenceDraft(
        LocalDate from,
        LocalDate until,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        AbsenceKind kind,
        String note) {
    /** Creates a draft for whole days. */
    public static AbsenceDraft days(LocalDate from, LocalDate until, AbsenceKind kind, String note) {
        return new AbsenceDraft(from, until, null, null, kind, note);
    }
}
