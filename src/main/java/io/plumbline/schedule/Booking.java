package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with a patient.
 *
 * @param plannedVisit the visit of a treatment plan that it is for; null where nobody said so
 */
public record Booking(
        ClinicId clinic,
        PatientId patient,
        AppointmentType type,
        Timing timing,
        @Nullable UUID plannedVisit) {
    /** A booking without a room of its own, for so many minutes. */
    public Booking(
            ClinicId clinic,
            StaffId practitioner,
            PatientId patient,
            AppointmentType type,
            LocalDate on,
            LocalTime at,
            int minutes,
            @Nullable UUID plannedVisit) {
        this(clinic, patient, type, new Timing(practitioner, null, on, at, minutes, 0), plannedVisit);
    }

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

    /** The same at another place. */
    Booking agreed(Timing on) {
        return new Booking(clinic, patient, type, on, plannedVisit);
    }
}
