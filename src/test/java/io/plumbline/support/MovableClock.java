package io.plumbline.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that stands on Tue 24 Nov 2026, 10:00 in Phoenix, until a test moves it. */
@TestComponent
@Primary
public class MovableClock extends Clock {
    private static final Instant START = Instant.parse("2026-11-24T17:00:00Z");

    private volatile Instant now = START;

    /** Sets the clock back to where it started. */
    public void reset() {
        now = START;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Makes it that instant. */
    public void set(Instant at) {
        now = at;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Every clock of the portal is in UTC");
    }
}
