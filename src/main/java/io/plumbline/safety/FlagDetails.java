package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red flag of a patient, open or decided.
 *
 * @param version the version that a decision carries
 * @param clinic where it was raised
 * @param acknowledged null while nobody has said that they have seen it
 * @param decidedBy who decided; null while it is open
 */
public record FlagDetails(
        UUID id,
        long version,
        ClinicId clinic,
        String flag,
        FlagLevel level,
        FlagStatus status,
        FlagFinding found,
        @Nullable Acknowledgement acknowledged,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable LocalDate monitoredUntil) {}
