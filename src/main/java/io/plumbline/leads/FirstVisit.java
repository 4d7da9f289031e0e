package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a person comes first, for a consultation.
 *
 * @param on and {@code at} a free time of the practitioner, in the clinic's zone
 */
public record FirstVisit(ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {}
