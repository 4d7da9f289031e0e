package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The time of the first visit, for a consultation.
 *
 * @param on the day; with {@code at} an available slot of the practitioner, in the zone of the clinic
 */
public record FirstVisit(ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {}
