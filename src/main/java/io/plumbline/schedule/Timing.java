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
 * @param minutes 5 to 480, a multiple of five
 * @param bufferMinutes after it, in which neither practitioner nor room is booked; 0 to 120, a multiple of five
 */
public record Timing(
        StaffId practitioner, @Nullable UUID room, LocalDate on, LocalTime at, int minutes, int bufferMinutes) {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;

    /**
     * @throws IllegalArgumentException if it takes no time, or longer than a day's work
     */
    public Timing {
        if (minutes < STEP || minutes > LONGEST || minutes % STEP != 0) {
            throw new IllegalArgumentException("An appointment takes 5 to 480 minutes, a multiple of five");
        }
        if (bufferMinutes < 0 || bufferMinutes > LONGEST_BUFFER || bufferMinutes % STEP != 0) {
            throw new IllegalArgumentException(
                    "The time kept free after an appointment is 0 to 120 minutes, a multiple of five");
        }
    }

    /** The same in a room. */
    Timing in(UUID chosen) {
        return new Timing(practitioner, chosen, on, at, minutes, bufferMinutes);
    }
}
