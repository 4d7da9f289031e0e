package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red flag of a patient, in force or over.
 *
 * @param version the version that a decision carries
 * @param clinic where it was raised
 * @param acknowledged null while nobody has said that they have seen it
 * @param decidedBy who decided last; null while nobody has
 * @param evidence what cleared it; null where it is not cleared, or was cleared before evidence was asked for
 * @param outcomeDueAt from when on the outcome of its referral is overdue; null where none is awaited
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
        @Nullable LocalDate monitoredUntil,
        @Nullable Evidence evidence,
        @Nullable Instant outcomeDueAt) {
    /** Whether it still counts: what its level forbids is forbidden. */
    public boolean isInForce() {
        return status.isInForce(level);
    }

    /** Whether it is a clinical hold now: no treatment and no exercise session. */
    public boolean holds() {
        return isInForce() && level.isHold();
    }
}
