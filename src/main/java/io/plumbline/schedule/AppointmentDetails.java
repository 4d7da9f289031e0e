package io.plumbline.schedule;

import java.time.Instant;
import java.util.List;

/**
 * An appointment and what happened to it: nothing clinical.
 *
 * @param changes in order
 */
public record AppointmentDetails(AppointmentRow row, List<Change> changes) {
    /**
     * Something that happened to it.
     *
     * @param status where it stands since then
     * @param detail from when it was moved, or why it was cancelled; else empty
     * @param by who did it
     */
    public record Change(Instant at, AppointmentStatus status, String detail, String by) {}
}
