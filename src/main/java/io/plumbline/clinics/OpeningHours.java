package io.plumbline.clinics;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;

/** One stretch of a weekday in which a clinic is open, in the clinic's own zone. */
@Embeddable
public record OpeningHours(
        @Enumerated(EnumType.STRING) @Column(name = "weekday", length = 9)
        DayOfWeek weekday,

        @Column(name = "opens_at") LocalTime opensAt,
        @Column(name = "closes_at") LocalTime closesAt) {

    static final Comparator<OpeningHours> IN_ORDER =
            Comparator.comparing(OpeningHours::weekday).thenComparing(OpeningHours::opensAt);

    /**
     * @throws IllegalArgumentException if it closes before it opens
     */
    public OpeningHours {
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("A clinic opens before it closes");
        }
    }
}
