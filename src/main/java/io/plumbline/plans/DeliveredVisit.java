package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment that a signed note proves.
 *
 * @param appointment what it was booked as; null for who walked in
 * @param plannedVisit what it was planned as; null where nobody said so
 * @param on the day at the clinic
 */
public record DeliveredVisit(
        UUID note,
        PatientId patient,
        AppointmentType service,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        LocalDate on) {}
