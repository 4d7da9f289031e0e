package io.plumbline.leads.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody has to do something for a lead next.
 *
 * @param at the first moment for it
 * @param windowEndsAt when the callable time that begins then ends
 * @param overdueAt from when it is overdue
 * @param writeFirst whether the call window cannot be met, so that the person is written to first
 */
@Embeddable
public record NextFollowUp(
        @Column(name = "next_follow_up_at") Instant at,
        @Column(name = "window_ends_at") Instant windowEndsAt,
        @Column(name = "overdue_at") Instant overdueAt,
        @Column(name = "write_first") boolean writeFirst) {

    /** Returns a follow-up that does not depend on business hours. */
    public static NextFollowUp at(Instant at, Duration target) {
        return new NextFollowUp(at, at.plus(target), at.plus(target), false);
    }

    /** Returns the urgency at an instant. */
    public Urgency urgency(Instant now) {
        if (!overdueAt.isAfter(now)) {
            return Urgency.OVERDUE;
        }
        return !at.isAfter(now) && windowEndsAt.isAfter(now) ? Urgency.CALLABLE : Urgency.LATER;
    }
}
