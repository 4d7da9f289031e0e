package io.plumbline.schedule;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in the calendar or a list: no clinical content.
 *
 * @param version the version to pass with a change
 * @param patient the patient; null for a lead's consultation
 * @param lead the lead of a consultation; null for a patient
 * @param room null if it needs none
 * @param isHeld whether a clinical hold forbids the treatment now
 */
public record AppointmentRow(
        AppointmentId id,
        long version,
        ClinicId clinic,
        LocalDate on,
        LocalTime at,
        int minutes,
        int bufferMinutes,
        @Nullable PatientId patient,
        @Nullable LeadId lead,
        String personName,
        StaffId practitioner,
        String practitionerName,
        @Nullable UUID room,
        AppointmentType type,
        AppointmentStatus status,
        boolean isHeld) {
    /** Returns a copy with the name of the person. */
    AppointmentRow named(String name) {
        return new AppointmentRow(
                id,
                version,
                clinic,
                on,
                at,
                minutes,
                bufferMinutes,
                patient,
                lead,
                name,
                practitioner,
                practitionerName,
                room,
                type,
                status,
                isHeld);
    }

    /** Returns whether a clinical hold forbids what is still to be done. */
    public boolean mustWait() {
        return isHeld && AppointmentStatus.OPEN.contains(status);
    }

    /** Returns whether the person was expected earlier today and has not checked in, at a local time of the clinic. */
    public boolean isLate(LocalDateTime now) {
        return status.isAhead()
                && on.equals(now.toLocalDate())
                && !at.plusMinutes(1).isAfter(now.toLocalTime());
    }

    /** Returns when the appointment ends, without the buffer. */
    public LocalTime until() {
        return at.plusMinutes(minutes);
    }

    /** Returns the appointment's practitioner, room and time. */
    public TimeSlot timeSlot() {
        return new TimeSlot(practitioner, room, on, at, minutes, bufferMinutes);
    }
}
