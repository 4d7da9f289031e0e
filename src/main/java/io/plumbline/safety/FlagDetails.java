package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red flag of a patient, open or decided.
 *
 * @param version the version that a decision carries
 * @param decidedBy who decided; null while it is open
 */
public record FlagDetails(
        UUID id,
        long version,
        String flag,
        FlagLevel level,
        FlagStatus status,
        Instant raisedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable LocalDate monitoredUntil) {}
