package io.plumbline.clinics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a clinic.
 *
 * @param open business hours; empty if it is closed
 * @param closed the reason for the closure, if recorded
 */
public record ClinicDay(
        LocalDate on, List<BusinessHours> open, @Nullable String closed) {}
