package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

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

    /** Returns whether the claim prevents this person from calling. */
    boolean keepsAway(StaffId somebody, Instant at) {
        return !by.equals(somebody) && until.isAfter(at);
    }
}
