package io.plumbline.practitioners;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * A practitioner's working hours at a clinic on a weekday, in the time zone of the clinic; a weekday may have several.
 */
@Embeddable
public record WorkingHours(
        @Column(name = "clinic_id") ClinicId clinic,

        @Enumerated(EnumType.STRING) @Column(name = "weekday", length = 9)
        DayOfWeek weekday,

        @Column(name = "starts_at") LocalTime startsAt,
        @Column(name = "ends_at") LocalTime endsAt) {

    static final Comparator<WorkingHours> IN_ORDER = Comparator.comparing(
                    (WorkingHours hours) -> hours.clinic().value())
            .thenComparing(WorkingHours::weekday)
            .thenComparing(WorkingHours::startsAt);

    /** @throws Refused if the end is not after the start */
    public WorkingHours {
        if (!startsAt.isBefore(endsAt)) {
            throw new Refused("Working hours must start before they end");
        }
    }
}
