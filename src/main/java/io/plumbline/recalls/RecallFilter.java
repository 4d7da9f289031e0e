package io.plumbline.recalls;

import io.plumbline.shared.ids.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * Which recalls the board shows.
 *
 * @param reason null for all
 * @param clinic null for all clinics of the current user
 */
public record RecallFilter(
        RecallDue due,
        @Nullable RecallReason reason,
        @Nullable ClinicId clinic) {
    /** What is due today, whatever the reason, at all clinics of the current user. */
    public static final RecallFilter TODAY = new RecallFilter(RecallDue.TODAY, null, null);
}
