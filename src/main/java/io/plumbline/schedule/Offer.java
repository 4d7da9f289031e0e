package io.plumbline.schedule;

import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What can be booked at a clinic, and how long it takes there.
 *
 * @param name as the clinic calls it
 * @param minutes a multiple of five
 * @param bufferMinutes kept free after it, a multiple of five
 * @param needsRoom whether a room is booked with it
 */
public record Offer(AppointmentType type, String name, int minutes, int bufferMinutes, boolean needsRoom) {
    /** What to agree on: this, with somebody at a time, in no room of its own. */
    public Timing timing(StaffId practitioner, LocalDate on, LocalTime at) {
        return new Timing(practitioner, null, on, at, minutes, bufferMinutes);
    }
}
