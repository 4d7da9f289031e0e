package io.plumbline.schedule;

/** A rule of a room to the right about what may be booked. It is asked while the patient's header is held. */
public interface BookingGuard {
    /** @throws IllegalStateException if this may not be booked, in words for who books */
    void check(Booking booking);
}
