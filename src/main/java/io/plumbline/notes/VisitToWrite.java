package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The visit that a session note is written for. */
record VisitToWrite(
        PatientId patient,
        ClinicId clinic,
        AppointmentType service,
        LocalDate on,
        @Nullable AppointmentId appointment,
        @Nullable PlannedVisitId plannedVisit) {}
