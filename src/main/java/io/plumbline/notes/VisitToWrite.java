package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visit that a session note is written for. */
record VisitToWrite(
        PatientId patient,
        ClinicId clinic,
        AppointmentType service,
        LocalDate on,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit) {}
