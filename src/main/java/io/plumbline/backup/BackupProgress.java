package io.plumbline.backup;

import io.plumbline.shared.Count;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells how far a backup or a restore is, at most once a second, and ends it once it is canceled. */
final class BackupProgress {
    private static final long EVERY = Duration.ofSeconds(1).toNanos();
    private static final long MEGABYTE = 1_000_000;

    private final Consumer<String> listener;
    private final AtomicBoolean isCanceled = new AtomicBoolean();
    private String step = "";
    private long bytes;
    private long toldAt = System.nanoTime();

    /** @param listener takes a line each second */
    BackupProgress(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Begins a step, such as <i>Copying the store</i>. */
    void begin(String next) {
        step = next;
        bytes = 0;
        toldAt = System.nanoTime();
        listener.accept(next);
    }

    /**
     * Notes that some bytes are done.
     *
     * @throws BackupProblem if it was canceled
     */
    void add(long more) throws BackupProblem {
        if (isCanceled.get()) {
            throw new BackupProblem("The backup was canceled.");
        }
        bytes += more;
        if (System.nanoTime() - toldAt > EVERY) {
            toldAt = System.nanoTime();
            listener.accept("%s: %s MB".formatted(step, Count.number(bytes / MEGABYTE)));
        }
    }

    /** Ends it at the next bytes. */
    void cancel() {
        isCanceled.set(true);
    }
}
