package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open emergency or urgent red flag of a patient of the clinic whom the current user does not treat, and nobody else has
 * taken: the name, the level and the age alone, until somebody takes it.
 *
 * @param personName {@link #SENSITIVE} if the patient is sensitive and the current user is not named
 * @param breakGlassFrom from when on a chiropractor who is not named may open the sensitive record by break-glass access;
 *     null if the flag can be taken
 */
public record FlagToTake(
        FlagId id,
        String personName,
        ClinicId clinic,
        FlagLevel level,
        Instant raisedAt,
        @Nullable Instant breakGlassFrom)
        implements ReviewItem {
    /** What stands for the name of a sensitive patient. */
    static final String SENSITIVE = "A sensitive patient";

    @Override
    public UUID key() {
        return id.value();
    }

    @Override
    public Instant waitingSince() {
        return raisedAt;
    }

    @Override
    public String words() {
        return level.fullLabel();
    }

    /** Returns whether the current user is not named for the sensitive patient, and cannot take the flag. */
    public boolean isSensitive() {
        return breakGlassFrom != null;
    }

    /** Returns whether the sensitive record may be opened by break-glass access. */
    public boolean isBreakGlassAt(Instant now) {
        return breakGlassFrom != null && !now.isBefore(breakGlassFrom);
    }
}
