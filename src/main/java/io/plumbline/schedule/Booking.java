package io.plumbline.schedule;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A booking for a patient.
 *
 * @param plannedVisit the visit of a treatment plan that it is for; null if not given
 * @param order the checkout order that it fulfills; null if not given
 */
public record Booking(
        ClinicId clinic,
        PatientId patient,
        AppointmentType type,
        TimeSlot timeSlot,
        @Nullable PlannedVisitId plannedVisit,
        @Nullable OrderId order) {
    /** Creates a booking without a checkout order. */
    public Booking(
            ClinicId clinic,
            PatientId patient,
            AppointmentType type,
            TimeSlot timeSlot,
            @Nullable PlannedVisitId plannedVisit) {
        this(clinic, patient, type, timeSlot, plannedVisit, null);
    }

    /** Creates a booking without a room, with a duration in minutes. */
    public Booking(
            ClinicId clinic,
            StaffId practitioner,
            PatientId patient,
            AppointmentType type,
            LocalDate on,
            LocalTime at,
            int minutes,
            @Nullable PlannedVisitId plannedVisit) {
        this(clinic, patient, type, new TimeSlot(practitioner, null, on, at, minutes, 0), plannedVisit);
    }

    /** Creates a booking without a planned visit. */
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

    /** Returns a copy for another record of the patient. */
    Booking of(PatientId record) {
        return new Booking(clinic, record, type, timeSlot, plannedVisit, order);
    }

    /** Returns a copy with another time slot. */
    Booking agreed(TimeSlot on) {
        return new Booking(clinic, patient, type, on, plannedVisit, order);
    }
}
