package io.plumbline.access.breakglass;

import java.time.Instant;
import java.util.UUID;

/** Break-glass access that is still active, and when it ends. */
public record ActiveBreakGlass(UUID id, Instant until) {}
