package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open red flag of a patient in relation to the current user.
 *
 * @param clinic where it was raised
 * @param acknowledged null while nobody has acknowledged it
 * @param proposed who proposed to clear it, which waits for a second clinician; null if nobody did
 */
public record FlagRow(
        FlagId id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String flag,
        FlagLevel level,
        FlagStatus status,
        FlagFinding found,
        @Nullable Acknowledgement acknowledged,
        @Nullable ProposedClearance proposed)
        implements ReviewItem {
    @Override
    public UUID key() {
        return id.value();
    }

    @Override
    public Instant waitingSince() {
        return raisedAt();
    }

    @Override
    public String personName() {
        return patientName;
    }

    /** Returns when the flag was raised. */
    public Instant raisedAt() {
        return found.at();
    }

    @Override
    public String words() {
        return level.fullLabel() + " · " + flag;
    }
}
