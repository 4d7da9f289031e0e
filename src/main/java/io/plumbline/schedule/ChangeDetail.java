package io.plumbline.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The detail stored with a change beside its status: the time before a move, an undo marker, or the reason for a
 * cancellation. Only a cancellation has a reason, as free text.
 */
final class ChangeDetail {
    static final String TAKEN_BACK = "taken back";
    static final String MOVE_UNDONE = "move undone";
    private static final String MOVED = "moved from ";

    private ChangeDetail() {}

    static String moved(LocalDate on, LocalTime at) {
        return MOVED + on + " " + at;
    }

    /** Returns the time before a move; empty for other changes. */
    static Optional<FreeTime> movedFrom(AppointmentStatus status, String detail) {
        if (!status.isAhead() || !detail.startsWith(MOVED)) {
            return Optional.empty();
        }
        var words = detail.substring(MOVED.length()).split(" ");
        return Optional.of(new FreeTime(LocalDate.parse(words[0]), LocalTime.parse(words[1])));
    }

    static boolean isMoveUndone(AppointmentStatus status, String detail) {
        return status != AppointmentStatus.CANCELLED && detail.equals(MOVE_UNDONE);
    }

    static boolean isTakenBack(AppointmentStatus status, String detail) {
        return status != AppointmentStatus.CANCELLED && detail.equals(TAKEN_BACK);
    }
}
