package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** An appointment in a day's list: nothing clinical. */
public record AppointmentRow(
        UUID id,
        ClinicId clinic,
        LocalDate on,
        LocalTime at,
        int minutes,
        PatientId patient,
        String patientName,
        String practitionerName,
        AppointmentType type,
        AppointmentStatus status) {}
