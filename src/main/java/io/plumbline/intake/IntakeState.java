package io.plumbline.intake;

import io.plumbline.shared.ClinicId;
import java.time.Instant;

/** Where an intake note stands, for those who do not treat. */
public record IntakeState(ClinicId clinic, IntakeStatus status, Instant createdAt) {}
