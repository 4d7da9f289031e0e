package io.plumbline.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the row of a change keeps beside its status: from when it was moved, that a mark was taken back, or why it was
 * cancelled. Only a cancelled one has a reason, in whatever words.
 */
final class ChangeDetail {
    static final String TAKEN_BACK = "taken back";
    private static final String MOVED = "moved from ";

    private ChangeDetail() {}

    static String moved(LocalDate on, LocalTime at) {
        return MOVED + on + " " + at;
    }

    /** From when it was moved; empty where something else happened. */
    static Optional<FreeTime> movedFrom(AppointmentStatus status, String detail) {
        if (!status.isAhead() || !detail.startsWith(MOVED)) {
            return Optional.empty();
        }
        var words = detail.substring(MOVED.length()).split(" ");
        return Optional.of(new FreeTime(LocalDate.parse(words[0]), LocalTime.parse(words[1])));
    }

    static boolean isTakenBack(AppointmentStatus status, String detail) {
        return status != AppointmentStatus.CANCELLED && detail.equals(TAKEN_BACK);
    }
}
