package io.plumbline.notes;

import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of the caller's that wants a session note: an appointment of today, or of an earlier day and not written of
 * yet, a planned visit of today that nobody booked, or one whose note was begun on an earlier day; also a consultation of
 * today of a lead, of which no note is written.
 *
 * @param id of the visit or the note, unique in the list
 * @param patient null for a lead, who is no patient yet
 * @param lead null for a patient
 * @param at null where it was not booked
 * @param status where the appointment stands; null where it was not booked
 * @param earlier whether it was on an earlier day than today at its clinic
 * @param note null while none is begun
 */
public record VisitRow(
        UUID id,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        @Nullable PatientId patient,
        @Nullable UUID lead,
        String personName,
        ClinicId clinic,
        LocalDate on,
        @Nullable LocalTime at,
        AppointmentType service,
        @Nullable AppointmentStatus status,
        boolean earlier,
        @Nullable UUID note,
        @Nullable NoteStatus noteStatus) {
    /** Whether it is a treatment, of which a session note is written. */
    public boolean wantsNote() {
        return service.discipline() != null;
    }

    VisitRow asEarlier() {
        return new VisitRow(
                id,
                appointment,
                plannedVisit,
                patient,
                lead,
                personName,
                clinic,
                on,
                at,
                service,
                status,
                true,
                note,
                noteStatus);
    }

    /** Whether something is still to be done: the note of a treatment, else the visit itself. */
    public boolean isAhead() {
        return wantsNote() ? isOpen() : status != AppointmentStatus.COMPLETED;
    }

    /** Whether its note waits for its author. */
    public boolean isOpen() {
        return wantsNote() && (noteStatus == null || noteStatus == NoteStatus.DRAFT);
    }
}
