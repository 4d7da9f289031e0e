package io.plumbline.bench;

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
 */
record Effort(boolean waits, int warmUp, int rounds, int starts, int few, int sessions, int clicks, int walks) {
    static final Effort FULL = new Effort(true, 3_000, 40, 3, 50, 200, 20, 20);
    static final Effort SMALL = new Effort(false, 20, 5, 1, 8, 12, 5, 2);
}
