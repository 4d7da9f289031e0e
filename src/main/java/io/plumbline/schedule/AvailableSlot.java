package io.plumbline.schedule;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A bookable service of a clinic and its duration there.
 *
 * @param name as the clinic calls it
 * @param minutes a multiple of five
 * @param bufferMinutes kept free after it, a multiple of five
 * @param needsRoom whether a room is booked with it
 */
public record AvailableSlot(AppointmentType type, String name, int minutes, int bufferMinutes, boolean needsRoom) {
    /** Returns the time slot for this service with a practitioner at a time, without a room. */
    public TimeSlot timeSlot(StaffId practitioner, LocalDate on, LocalTime at) {
        return new TimeSlot(practitioner, null, on, at, minutes, bufferMinutes);
    }
}
