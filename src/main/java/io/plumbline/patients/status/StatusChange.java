package io.plumbline.patients.status;

import io.plumbline.patients.PatientStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A change of a patient's status.
 *
 * @param since the day of death, or from which on the patient is inactive or active again
 * @param reason why; for a deceased patient, who said so
 * @param openBefore what was open, and what became of it; one sentence each
 * @param by who recorded it
 */
public record StatusChange(
        PatientStatus status, LocalDate since, String reason, List<String> openBefore, Instant at, String by) {}
