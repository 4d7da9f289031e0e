package io.plumbline.practitioners;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Implemented by schedule: a practitioner's bookings. */
public interface PractitionerBookings {
    /** Returns the appointments of a practitioner in a range of days that are neither over nor canceled. */
    Booked booked(StaffId practitioner, LocalDate first, LocalDate last);

    /**
     * The number of appointments, and the days of the first and the last.
     *
     * @param first null if there is none
     * @param at the code of the clinic of the first
     */
    record Booked(
            long count,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable String at) {}
}
