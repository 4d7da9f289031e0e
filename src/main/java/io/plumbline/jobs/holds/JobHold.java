package io.plumbline.jobs.holds;

import java.time.Instant;

/** A hold that nobody has released yet. */
public sealed interface JobHold {
    /** Returns the id by which it is released. */
    JobHoldId id();

    /** Returns when it began, by the clock of the portal. */
    Instant since();

    /**
     * All jobs wait, since the clock may be wrong.
     *
     * @param newest the time of the newest entry in the audit trail when the portal started
     */
    record OfClock(JobHoldId id, Instant since, Instant newest) implements JobHold {}

    /**
     * One job waits, since it would remove more than a tenth.
     *
     * @param due how many it would remove
     * @param inAll how many there are
     */
    record OfJob(JobHoldId id, Instant since, RemovalJob job, long due, long inAll) implements JobHold {}
}
