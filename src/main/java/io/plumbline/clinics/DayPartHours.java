package io.plumbline.clinics;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;

/** When a part of the day begins and ends at one clinic. */
@Embeddable
record DayPartHours(
        @Enumerated(EnumType.STRING) @Column(name = "day_part", length = 9)
        DayPart part,

        @Column(name = "starts_at") LocalTime startsAt,
        @Column(name = "ends_at") LocalTime endsAt) {

    static DayPartHours usual(DayPart part) {
        return new DayPartHours(part, part.usualStart(), part.usualEnd());
    }
}
