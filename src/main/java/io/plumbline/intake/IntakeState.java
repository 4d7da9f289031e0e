package io.plumbline.intake;

import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;

/** The status of an intake note, for staff who do not treat the patient. */
public record IntakeState(ClinicId clinic, IntakeStatus status, Instant createdAt) {}
