package io.plumbline.practitioners.absences;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An absence of a practitioner.
 *
 * @param startsAt with {@code endsAt}, the part of a single day; null for whole days
 * @param kind null for those who may not read the reason
 */
public record AbsenceRow(
        AbsenceId id,
        long version,
        StaffId practitioner,
        LocalDate from,
        LocalDate until,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable AbsenceKind kind,
        String note) {
    AbsenceRow withoutReason() {
        return new AbsenceRow(id, version, practitioner, from, until, startsAt, endsAt, null, "");
    }
}
