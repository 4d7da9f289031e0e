package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;

/** A period of a weekday when a clinic is open, in the clinic's own time zone. */
@Embeddable
public record BusinessHours(
        @Enumerated(EnumType.STRING) @Column(name = "weekday", length = 9)
        DayOfWeek weekday,

        @Column(name = "opens_at") LocalTime opensAt,
        @Column(name = "closes_at") LocalTime closesAt) {

    static final Comparator<BusinessHours> IN_ORDER =
            Comparator.comparing(BusinessHours::weekday).thenComparing(BusinessHours::opensAt);

    /**
     * @throws Refused if it closes before it opens
     */
    public BusinessHours {
        if (!opensAt.isBefore(closesAt)) {
            throw new Refused("A clinic opens before it closes");
        }
    }
}
