package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Practitioner, room and time of an appointment, in the time zone of the clinic.
 *
 * @param room null if it needs none
 * @param minutes 5 to 480, a multiple of five
 * @param bufferMinutes the time after it in which neither practitioner nor room is booked; 0 to 120, a multiple of five
 */
public record TimeSlot(
        StaffId practitioner, @Nullable UUID room, LocalDate on, LocalTime at, int minutes, int bufferMinutes) {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;

    /** @throws Refused if a duration is out of range or not a multiple of five */
    public TimeSlot {
        if (minutes < STEP || minutes > LONGEST || minutes % STEP != 0) {
            throw new Refused("An appointment must take 5 to 480 minutes, a multiple of five");
        }
        if (bufferMinutes < 0 || bufferMinutes > LONGEST_BUFFER || bufferMinutes % STEP != 0) {
            throw new Refused("The buffer after an appointment must be 0 to 120 minutes, a multiple of five");
        }
    }

    /** Returns a copy with a room. */
    TimeSlot in(UUID chosen) {
        return new TimeSlot(practitioner, chosen, on, at, minutes, bufferMinutes);
    }
}
