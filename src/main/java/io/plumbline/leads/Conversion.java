package io.plumbline.leads;

import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What is agreed when a lead becomes a patient: who they are and when they come first.
 *
 * @param on and {@code at} a free time of the practitioner, in the clinic's zone
 */
public record Conversion(PatientDraft patient, ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {}
