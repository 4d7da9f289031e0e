package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a patient of which the current user may begin the session note.
 *
 * @param on the day of the treatment, at the clinic
 * @param at null if it was not booked
 */
public record OpenVisit(
        VisitKey key,
        ClinicId clinic,
        AppointmentType service,
        LocalDate on,
        @Nullable LocalTime at) {
    /** Returns whether it is one of today that was neither booked nor planned. */
    public boolean isWalkIn() {
        return key instanceof VisitKey.WalkIn;
    }
}
