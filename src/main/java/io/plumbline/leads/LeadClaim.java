package io.plumbline.leads;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a lead by the person who is calling it.
 *
 * @param until when the claim expires
 */
@Embeddable
record LeadClaim(
        @Column(name = "claimed_by") StaffId by,
        @Column(name = "claimed_until") Instant until) {
    /** A claim without an attempt expires after this time. */
    private static final Duration LASTS = Duration.ofMinutes(20);

    static LeadClaim of(StaffId somebody, Instant at) {
        return new LeadClaim(somebody, at.plus(LASTS));
    }

    /**
     * Checks that nobody else is calling the person of a lead.
     *
     * @param claim the claim of the lead; null if there is none
     * @throws Refused if a colleague's claim has not expired, with a message for the user
     */
    static void requireFree(@Nullable LeadClaim claim, StaffId somebody, Instant at) {
        if (claim != null && !claim.by.equals(somebody) && claim.until.isAfter(at)) {
            throw new Refused("A colleague is calling this person now");
        }
    }
}
