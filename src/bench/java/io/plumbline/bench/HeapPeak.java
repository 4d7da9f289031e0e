package io.plumbline.bench;

import java.lang.management.ManagementFactory;

/** The most heap that long work needs beside what was needed before it. */
final class HeapPeak {
    private static final double MEGABYTE = 1024.0 * 1024;

    private final long before = needed();
    private final long every;
    private long most;

    /** @param every after so many steps the heap is looked at, because each look collects garbage */
    HeapPeak(long every) {
        this.every = every;
    }

    void look(long done) {
        if (done % every == 0) {
            most = Math.max(most, needed());
        }
    }

    double megabytes() {
        return Math.max(0, most - before) / MEGABYTE;
    }

    private static long needed() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
