package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in the calendar or a list: nothing clinical.
 *
 * @param version to be named by who changes it
 * @param patient who comes; null while it is a consultation of a lead
 * @param lead whose consultation it is; null where a patient comes
 * @param room null where it needs none
 */
public record AppointmentRow(
        UUID id,
        long version,
        ClinicId clinic,
        LocalDate on,
        LocalTime at,
        int minutes,
        int bufferMinutes,
        @Nullable PatientId patient,
        @Nullable UUID lead,
        String personName,
        StaffId practitioner,
        String practitionerName,
        @Nullable UUID room,
        AppointmentType type,
        AppointmentStatus status) {
    /** The same of somebody who is known by this name. */
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
                status);
    }

    /** When it ends, without the time after it. */
    public LocalTime until() {
        return at.plusMinutes(minutes);
    }

    /** With whom, where and when it is agreed. */
    public Timing timing() {
        return new Timing(practitioner, room, on, at, minutes, bufferMinutes);
    }
}
