package io.plumbline.notes;

import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of the current user that needs a session note: an appointment of today, or of an earlier day without a note; a
 * planned visit of today that is not booked; or a visit whose note was started on an earlier day. Also a lead's
 * consultation of today, which needs no note.
 *
 * @param id of the visit or the note, unique in the list
 * @param patient null for a lead, who is not a patient yet
 * @param lead null for a patient
 * @param at null if not booked
 * @param status the status of the appointment; null if not booked
 * @param earlier whether it was on an earlier day than today at its clinic
 * @param note null while none is started
 * @param hasEarlier whether the patient has a signed note of an earlier visit of that service, which the current user may read
 */
public record VisitRow(
        UUID id,
        @Nullable AppointmentId appointment,
        @Nullable PlannedVisitId plannedVisit,
        @Nullable PatientId patient,
        @Nullable LeadId lead,
        String personName,
        ClinicId clinic,
        LocalDate on,
        @Nullable LocalTime at,
        AppointmentType service,
        @Nullable AppointmentStatus status,
        boolean earlier,
        @Nullable NoteId note,
        @Nullable NoteStatus noteStatus,
        boolean hasEarlier) {
    /** Returns whether the visit is a treatment, which needs a session note. */
    public boolean wantsNote() {
        return service.discipline() != null;
    }

    /** Returns whether the note can begin with what was done last time. */
    public boolean canCarry() {
        return wantsNote() && note == null && hasEarlier;
    }

    /** Returns whether the row stands for a note that was started on an earlier day, not for a visit. */
    boolean isOfNote() {
        return note != null && note.value().equals(id);
    }

    /** Returns the visit for the address on which its note is written. */
    public VisitKey key() {
        return appointment == null
                ? new VisitKey.Planned(Objects.requireNonNull(plannedVisit))
                : new VisitKey.Booked(appointment);
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
                noteStatus,
                hasEarlier);
    }

    /** Returns whether something is still to do: the note of a treatment, otherwise the visit itself. */
    public boolean isAhead() {
        return wantsNote() ? isOpen() : status != AppointmentStatus.COMPLETED;
    }

    /** Returns whether the visit's note still has to be written or signed. */
    public boolean isOpen() {
        return wantsNote() && (noteStatus == null || noteStatus == NoteStatus.DRAFT);
    }
}
