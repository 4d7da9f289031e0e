package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk agrees with a patient, in the clinic's zone.
 *
 * @param plannedVisit the visit of a treatment plan that it is for; null where nobody said so
 */
public record Booking(
        ClinicId clinic,
        StaffId practitioner,
        PatientId patient,
        AppointmentType type,
        LocalDate on,
        LocalTime at,
        int minutes,
        @Nullable UUID plannedVisit) {
    /** A booking that nobody has planned. */
    public Booking(
            ClinicId clinic,
            StaffId practitioner,
            PatientId patient,
            AppointmentType type,
            LocalDate on,
            LocalTime at,
            int minutes) {
        this(clinic, practitioner, patient, type, on, at, minutes, null);
    }
}
