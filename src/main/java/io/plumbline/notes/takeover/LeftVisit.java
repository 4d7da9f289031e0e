package io.plumbline.notes.takeover;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit without a signed note whose practitioner can no longer write it.
 *
 * @param appointment null for a visit that was not booked; then it has a draft
 * @param draft the draft of the practitioner, which nobody else reads; null if there is none
 * @param on the day at the clinic
 * @param practitioner the display name
 */
public record LeftVisit(
        @Nullable AppointmentId appointment,
        @Nullable NoteId draft,
        AppointmentType service,
        LocalDate on,
        String practitioner) {}
