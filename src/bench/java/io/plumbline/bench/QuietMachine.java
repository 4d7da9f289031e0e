package io.plumbline.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Waits a while for the other work of the machine to end. */
final class QuietMachine {
    private static final double QUIET = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private QuietMachine() {}

    /**
     * The load of the machine.
     *
     * @param waits whether to wait until it is quiet, as long as there is patience
     */
    static double load(boolean waits, Consumer<String> progress) {
        if (!waits) {
            return load();
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        var load = load();
        if (load >= QUIET) {
            progress.accept("waiting for a load below " + QUIET + ", which is now " + load);
        }
        while (load >= QUIET && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            load = load();
        }
        return load;
    }

    private static double load() {
        return Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
