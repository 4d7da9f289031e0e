package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/** What the desk agrees with a patient, in the clinic's zone. */
public record Booking(
        ClinicId clinic,
        StaffId practitioner,
        PatientId patient,
        AppointmentType type,
        LocalDate on,
        LocalTime at,
        int minutes) {}
