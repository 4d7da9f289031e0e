package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of the caller's that wants a session note: an appointment, a planned visit that nobody booked, or one whose
 * note was begun on an earlier day.
 *
 * @param id of the visit or the note, unique in the list
 * @param at null where it was not booked
 * @param note null while none is begun
 */
public record VisitRow(
        UUID id,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        LocalDate on,
        @Nullable LocalTime at,
        AppointmentType service,
        @Nullable UUID note,
        @Nullable NoteStatus noteStatus) {
    /** Whether it is a treatment, of which a session note is written. */
    public boolean wantsNote() {
        return service.discipline() != null;
    }

    /** Whether its note waits for its author. */
    public boolean isOpen() {
        return wantsNote() && (noteStatus == null || noteStatus == NoteStatus.DRAFT);
    }
}
