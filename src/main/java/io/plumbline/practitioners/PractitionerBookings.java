package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a room to the right knows of a practitioner who is booked. */
public interface PractitionerBookings {
    /** The appointments of a practitioner within some days that are neither over nor cancelled. */
    Booked booked(StaffId practitioner, LocalDate first, LocalDate last);

    /**
     * How many appointments, and the days of the first and the last.
     *
     * @param first null where there is none
     * @param at the code of the clinic of the first
     */
    record Booked(
            long count,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable String at) {}
}
