package io.plumbline.records.retention;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold, for people who see patients by number alone.
 *
 * @param placedBy as colleagues call them
 * @param liftReason why somebody asks to lift it; null if nobody does
 * @param liftAskedBy who asks; null if nobody does
 * @param liftAskedByName as colleagues call them; null if nobody asks
 * @param liftedAt null as long as it lasts
 * @param liftedBy as colleagues call them; null as long as it lasts
 */
public record LegalHoldRow(
        LegalHoldId id,
        long version,
        String patientNumber,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable String liftReason,
        @Nullable StaffId liftAskedBy,
        @Nullable String liftAskedByName,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy) {
    /** Returns whether it lasts. */
    public boolean isLasting() {
        return liftedAt == null;
    }

    /** Returns the status in a few words. */
    public String status() {
        if (liftedAt != null) {
            return "Lifted";
        }
        return liftAskedBy == null ? "Lasts" : "Lasts, a second person has to lift it";
    }
}
