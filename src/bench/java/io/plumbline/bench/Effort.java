package io.plumbline.bench;

import java.time.Duration;

/**
 * How much is measured: enough to judge by, or as little as shows that all can be measured.
 *
 * @param waits whether for the machine to be quiet
 * @param warmUp how often each half of a pair is asked before it counts
 * @param rounds how often it then counts
 * @param starts cold starts of each way
 * @param few so many are signed in at once
 * @param sessions and then so many
 * @param clicks of a session, a multiple of five
 * @param walks how often a browser goes through the screens; half as often before it counts
 * @param lookers so many look at the leads while others arrive
 * @param arrivals so many leads arrive while they look
 * @param flood so many requests are sent to the public form
 * @param floodLasts in this time
 * @param writers so many people write notes at once
 * @param writing for this long
 * @param imported so many patients are imported from a file
 * @param calm how long clicks are measured without a flood or a backup
 */
record Effort(
        boolean waits,
        int warmUp,
        int rounds,
        int starts,
        int few,
        int sessions,
        int clicks,
        int walks,
        int lookers,
        int arrivals,
        int flood,
        Duration floodLasts,
        int writers,
        Duration writing,
        int imported,
        Duration calm) {
    static final Effort FULL = new Effort(
            true,
            3_000,
            40,
            3,
            50,
            200,
            20,
            20,
            20,
            200,
            10_000,
            Duration.ofSeconds(60),
            200,
            Duration.ofSeconds(60),
            100_000,
            Duration.ofSeconds(20));
    /** For each of many rounds with two builds. */
    static final Effort COMPARED =
            new Effort(false, 0, 9, 1, 20, 100, 20, 6, 0, 0, 0, Duration.ZERO, 0, Duration.ZERO, 0, Duration.ZERO);

    static final Effort SMALL = new Effort(
            false,
            20,
            5,
            1,
            8,
            12,
            5,
            2,
            2,
            20,
            200,
            Duration.ofSeconds(5),
            12,
            Duration.ofSeconds(4),
            300,
            Duration.ofSeconds(2));
}
