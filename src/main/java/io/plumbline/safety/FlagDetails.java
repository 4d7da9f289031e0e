package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A red flag of a patient, in force or over.
 *
 * @param version the version to pass with a decision
 * @param clinic where it was raised
 * @param acknowledged null while nobody has acknowledged it
 * @param decidedBy the author of the last decision; null if there is none
 * @param evidence the evidence that cleared it, or is proposed to; null if there is none, or it was cleared before evidence
 *     was required
 * @param proposed who proposed to clear it, before or since a second clinician confirmed that; null if nobody did
 * @param outcomeDueAt when the outcome of its referral becomes overdue; null if none is awaited
 */
public record FlagDetails(
        FlagId id,
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
        @Nullable ProposedClearance proposed,
        @Nullable Instant outcomeDueAt) {
    /** Returns whether the flag is in force, and so forbids what its level forbids. */
    public boolean isInForce() {
        return status.isInForce(level);
    }

    /** Returns whether a proposal to clear the flag waits for a second clinician. */
    public boolean waitsForSecond() {
        return proposed != null && status != FlagStatus.CLEARED;
    }

    /** Returns whether the flag is a clinical hold now: no treatment and no exercise session. */
    public boolean holds() {
        return isInForce() && level.isHold();
    }
}
