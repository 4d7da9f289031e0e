package io.plumbline.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the demo: returns the time of another clock, except while demo data of the past is created before the
 * portal opens.
 */
public final class DemoClock extends Clock {
    private final Clock time;
    private volatile @Nullable Instant told;

    public DemoClock(Clock time) {
        this.time = time;
    }

    /** Runs some work as if at that instant; afterwards the usual time applies again. */
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
