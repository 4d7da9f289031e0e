package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment documented by a signed note.
 *
 * @param appointment the appointment it was booked as; null for a walk-in
 * @param plannedVisit the planned visit it was planned as; null if not given
 * @param on the day at the clinic
 */
public record DeliveredVisit(
        UUID note,
        PatientId patient,
        AppointmentType service,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        LocalDate on) {}
