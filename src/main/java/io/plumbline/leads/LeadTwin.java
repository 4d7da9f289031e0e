package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two leads in different queues that may be one person's.
 *
 * @param id of the pair
 * @param points how much speaks for it, from 0 to 100
 * @param reasons what is the same, in words
 * @param earlier the one that came in first
 */
public record LeadTwin(UUID id, int points, String reasons, Instant foundAt, Side earlier, Side later) {
    /** Whether the caller may merge them: both are theirs, and they share more than a phone. */
    public boolean mayBeMerged() {
        return earlier.fullName() != null
                && later.fullName() != null
                && earlier.status().isOpen()
                && later.status().next(later.status()).contains(LeadStatus.MERGED);
    }

    /**
     * One of the two.
     *
     * @param version the version that merging it carries
     * @param queue the clinic whose lead it is; null where it is the group's
     * @param fullName null where the lead is in no queue of the caller's
     */
    public record Side(
            LeadId id,
            long version,
            @Nullable ClinicId queue,
            @Nullable String fullName,
            LeadStatus status,
            Instant receivedAt) {}
}
