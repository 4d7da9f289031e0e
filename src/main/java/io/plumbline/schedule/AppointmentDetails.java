package io.plumbline.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment and its changes: no clinical content.
 *
 * @param changes in order
 * @param mayTakeBack whether its last status change can still be undone
 */
public record AppointmentDetails(AppointmentRow row, List<Change> changes, boolean mayTakeBack) {
    /**
     * A change of the appointment.
     *
     * @param status the status from then on
     * @param movedFrom the time before the move; null if it was not moved
     * @param isTakenBack whether the status results from undoing a change
     * @param isMoveUndone whether the appointment returned to the time before a move
     * @param reason why it was canceled; otherwise empty
     * @param isLate whether it was canceled too late to book its time for somebody else
     * @param by who made the change
     */
    public record Change(
            Instant at,
            AppointmentStatus status,
            @Nullable FreeTime movedFrom,
            boolean isTakenBack,
            boolean isMoveUndone,
            String reason,
            boolean isLate,
            String by) {}
}
