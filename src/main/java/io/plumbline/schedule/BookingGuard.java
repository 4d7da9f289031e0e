package io.plumbline.schedule;

import io.plumbline.shared.Refused;

/** Implemented by plans: a rule about what may be booked. It runs while the patient's header is locked. */
public interface BookingGuard {
    /** @throws Refused if the booking is not allowed; the message is for the user */
    void check(Booking booking);
}
