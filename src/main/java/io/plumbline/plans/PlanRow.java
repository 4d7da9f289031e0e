package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A treatment plan in the worklist: its name and dates, nothing clinical. */
public record PlanRow(
        UUID id,
        PatientId patient,
        String patientName,
        String title,
        PlanStatus status,
        @Nullable LocalDate nextPlannedOn,
        @Nullable LocalDate nextBookedOn) {}
