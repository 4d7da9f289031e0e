package io.plumbline.schedule;

import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom, where and when: what booking and moving agree on, in the clinic's zone.
 *
 * @param room null where it needs none
 * @param minutes a multiple of five
 * @param bufferMinutes after it, in which neither practitioner nor room is booked; a multiple of five, or 0
 */
public record Timing(
        StaffId practitioner, @Nullable UUID room, LocalDate on, LocalTime at, int minutes, int bufferMinutes) {
    /** The same in a room. */
    Timing in(UUID chosen) {
        return new Timing(practitioner, chosen, on, at, minutes, bufferMinutes);
    }
}
