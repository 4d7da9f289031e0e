package io.plumbline.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment and what happened to it: nothing clinical.
 *
 * @param changes in order
 * @param mayTakeBack whether its last mark can be taken back still
 */
public record AppointmentDetails(AppointmentRow row, List<Change> changes, boolean mayTakeBack) {
    /**
     * Something that happened to it.
     *
     * @param status where it stands since then
     * @param movedFrom when it was agreed for before it was moved; null where it was not moved
     * @param isTakenBack whether it stands there because a mark was taken back
     * @param reason why it was cancelled; else empty
     * @param isLate whether it was cancelled too late to give its time to somebody else
     * @param by who did it
     */
    public record Change(
            Instant at,
            AppointmentStatus status,
            @Nullable FreeTime movedFrom,
            boolean isTakenBack,
            String reason,
            boolean isLate,
            String by) {}
}
