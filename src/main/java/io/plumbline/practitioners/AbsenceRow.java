package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time when a practitioner is away.
 *
 * @param startsAt with {@code endsAt} the part of the one day; null for whole days
 * @param kind null for who need not know why
 */
public record AbsenceRow(
        UUID id,
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
