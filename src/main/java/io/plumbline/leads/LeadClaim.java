package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * Who calls a lead, so that no colleague calls the same person.
 *
 * @param until when it lapses by itself
 */
@Embeddable
record LeadClaim(
        @Column(name = "claimed_by") StaffId by,
        @Column(name = "claimed_until") Instant until) {
    /** A claim without an attempt lapses after this time. */
    private static final Duration LASTS = Duration.ofMinutes(20);

    static LeadClaim of(StaffId somebody, Instant at) {
        return new LeadClaim(somebody, at.plus(LASTS));
    }

    /** Whether it keeps somebody from calling. */
    boolean keepsAway(StaffId somebody, Instant at) {
        return !by.equals(somebody) && until.isAfter(at);
    }
}
