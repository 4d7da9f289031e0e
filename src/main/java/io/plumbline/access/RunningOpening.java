package io.plumbline.access;

import java.time.Instant;
import java.util.UUID;

/** A record that is open with a reason, and how long still. */
public record RunningOpening(UUID id, Instant until) {}
