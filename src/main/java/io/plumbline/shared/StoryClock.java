package io.plumbline.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The demo's clock: it tells another clock's time, but for work of the past that is told before the portal opens. */
public final class StoryClock extends Clock {
    private final Clock time;
    private volatile @Nullable Instant told;

    public StoryClock(Clock time) {
        this.time = time;
    }

    /** Does something as if it were that instant; the time is the usual one afterwards. */
    public void at(Instant then, Runnable work) {
        var before = told;
        told = then;
        try {
            work.run();
        } finally {
            told = before;
        }
    }

    @Override
    public Instant instant() {
        var then = told;
        return then == null ? time.instant() : then;
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
