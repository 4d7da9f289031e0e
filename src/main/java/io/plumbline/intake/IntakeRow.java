package io.plumbline.intake;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import java.util.UUID;

/** An intake note in a list: its state, nothing of what it says. */
public record IntakeRow(UUID id, ClinicId clinic, IntakeStatus status, Instant createdAt) {}
