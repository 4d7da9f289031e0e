package io.plumbline.schedule;

import io.plumbline.safety.StandingBookings;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the user who decides a red flag which appointments of the patient remain booked. */
@Component
class BookingsUnderFlag implements StandingBookings {
    private final ScheduleService schedule;

    BookingsUnderFlag(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Override
    public String describe(PatientId patient) {
        var ahead = schedule.ahead(patient).stream()
                .filter(row -> row.status() != AppointmentStatus.COMPLETED)
                .toList();
        if (ahead.isEmpty()) {
            return "Nothing is booked.";
        }
        var next = ahead.getFirst();
        return (ahead.size() == 1 ? "1 visit is still booked: " : ahead.size() + " visits are still booked. Next: ")
                + Dates.dayAndTime(next.on(), next.at(), "") + ", "
                + next.type().label().toLowerCase(Locale.ROOT) + " with " + next.practitionerName() + ".";
    }
}
