package io.plumbline.intake;

import java.time.Instant;
import java.util.UUID;

/** An intake note in a list: its state, nothing of what it says. */
public record IntakeRow(UUID id, IntakeStatus status, Instant createdAt) {}
