package io.plumbline.leads;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody has to do something for a lead next.
 *
 * @param at the first moment for it
 * @param windowEndsAt when the time for a call ends that begins with it
 * @param overdueAt from when on it is late
 * @param writeFirst whether the times that suit the person cannot be met, so that they are written to
 */
@Embeddable
public record NextTouch(
        @Column(name = "next_touch_at") Instant at,
        @Column(name = "window_ends_at") Instant windowEndsAt,
        @Column(name = "overdue_at") Instant overdueAt,
        @Column(name = "write_first") boolean writeFirst) {

    /** At an instant, where no clinic's hours are to be kept to. */
    static NextTouch at(Instant at, Duration promise) {
        return new NextTouch(at, at.plus(promise), at.plus(promise), false);
    }

    /** Where it stands among what waits. */
    public Urgency urgency(Instant now) {
        if (!overdueAt.isAfter(now)) {
            return Urgency.OVERDUE;
        }
        return !at.isAfter(now) && windowEndsAt.isAfter(now) ? Urgency.CALLABLE : Urgency.LATER;
    }
}
