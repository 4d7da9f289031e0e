package io.plumbline.clinics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a clinic.
 *
 * @param open nothing where it is closed
 * @param closed why it is closed, where that is said
 */
public record ClinicDay(
        LocalDate on, List<OpeningHours> open, @Nullable String closed) {}
