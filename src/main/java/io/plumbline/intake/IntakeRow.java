package io.plumbline.intake;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intake note in the list of a patient: where it stands, not what it says.
 *
 * @param outcome null while nobody has chosen one
 */
public record IntakeRow(
        UUID id,
        ClinicId clinic,
        IntakeStatus status,
        @Nullable IntakeOutcome outcome,
        Instant createdAt) {
    /** Whether it holds a red-flag screen that counts: a signed one has all questions whose yes is a hold. */
    public boolean isScreened() {
        return status != IntakeStatus.DRAFT;
    }

    /** Whether a treatment plan may follow from it. */
    public boolean allowsPlan() {
        return status != IntakeStatus.DRAFT && outcome != IntakeOutcome.REFER;
    }
}
