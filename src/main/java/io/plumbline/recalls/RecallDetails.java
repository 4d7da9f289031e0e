package io.plumbline.recalls;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient on the recall board, with what was tried.
 *
 * @param version the version to pass with a change
 * @param status whether the patient is still to be called
 * @param today the current date at the clinic
 * @param proposed the day proposed for the next contact
 * @param proposedAfterNotNow the day proposed if the patient says "not now"
 * @param guardian who decides for a minor, and how to reach them; empty for others
 * @param callerNow who is calling now; null if nobody is
 * @param callingUntil until when; null if nobody is
 * @param steps newest first
 */
public record RecallDetails(
        RecallRow row,
        long version,
        RecallStatus status,
        LocalDate today,
        LocalDate proposed,
        LocalDate proposedAfterNotNow,
        String guardian,
        @Nullable StaffId callerNow,
        @Nullable Instant callingUntil,
        List<RecallStepRow> steps) {
    public RecallDetails {
        steps = List.copyOf(steps);
    }
}
