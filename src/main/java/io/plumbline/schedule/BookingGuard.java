package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Implemented by plans: a rule about what may be booked. It runs while the patient's header is locked. */
public interface BookingGuard {
    /** @throws Refused if the booking is not allowed; the message is for the user */
    void check(Booking booking);

    /**
     * Checks whether an appointment that was canceled may take place after all.
     *
     * @param as what would be booked by it, without its planned visit
     * @throws Refused if it may not; the message is for the user
     */
    void checkCanceled(AppointmentId appointment, Booking as);

    /**
     * Checks whether an appointment may take place on a day.
     *
     * @param from the day on which it is booked; null for one that counted as missed
     * @param to what would be booked by it, without its planned visit
     * @throws Refused if it may not; the message is for the user
     */
    void checkDay(AppointmentId appointment, @Nullable LocalDate from, Booking to);
}
