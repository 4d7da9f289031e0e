package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A treatment documented by a signed note.
 *
 * @param appointment the appointment it was booked as; null for a walk-in
 * @param plannedVisit the planned visit it was planned as; null if not given
 * @param on the day at the clinic
 */
public record DeliveredVisit(
        NoteId note,
        PatientId patient,
        AppointmentType service,
        @Nullable AppointmentId appointment,
        @Nullable PlannedVisitId plannedVisit,
        LocalDate on) {}
