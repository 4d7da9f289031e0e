package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** The start and end of a part of the day at one clinic. */
@Embeddable
public record DayPartHours(
        @Enumerated(EnumType.STRING) @Column(name = "day_part", length = 9)
        DayPart part,

        @Column(name = "starts_at") LocalTime startsAt,
        @Column(name = "ends_at") LocalTime endsAt) {

    /**
     * @throws Refused if it ends before it begins
     */
    public DayPartHours {
        if (!startsAt.isBefore(endsAt)) {
            throw new Refused(part.label() + " begins before it ends");
        }
    }

    /** Returns the default hours of each part of the day. */
    public static List<DayPartHours> usual() {
        return Arrays.stream(DayPart.values())
                .map(part -> new DayPartHours(part, part.usualStart(), part.usualEnd()))
                .toList();
    }
}
