package io.plumbline.access.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The turns of requests at a few workers, in the order of arrival. A request that works for longer than {@link #SLOW} no
 * longer keeps its worker from others, so that two slow requests stop nobody; only a few may be slow beside the others,
 * since each can hold a connection to the store.
 */
final class WorkerTurns {
    static final Duration SLOW = Duration.ofSeconds(2);

    private final Semaphore workers;
    private final Semaphore slow;
    private final Semaphore nextForm = new Semaphore(1, true);
    private final Duration untilSlow;

    /**
     * @param mostSlow how many may be slow beside the others
     * @param untilSlow after how long a request counts as slow
     */
    WorkerTurns(int atOnce, int mostSlow, Duration untilSlow) {
        workers = new Semaphore(atOnce, true);
        slow = new Semaphore(mostSlow);
        this.untilSlow = untilSlow;
    }

    /** Waits for the turn of a page; empty if there is none by then, in the time of {@link System#nanoTime}. */
    Optional<Turn> take(long until) {
        return acquire(workers, until) ? Optional.of(new Turn()) : Optional.empty();
    }

    /** Likewise for a form. Of all forms that wait, one is in the line of the pages, so many forms delay no page. */
    Optional<Turn> takeForForm(long until) {
        if (!acquire(nextForm, until)) {
            return Optional.empty();
        }
        try {
            return take(until);
        } finally {
            nextForm.release();
        }
    }

    private static boolean acquire(Semaphore some, long until) {
        try {
            return some.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The turn of one request, until it is closed. */
    final class Turn implements AutoCloseable {
        private @Nullable CompletableFuture<Void> later;
        private boolean isSlow;
        private boolean isOver;

        /** Begins the work: from now on it may become slow. */
        synchronized void begin() {
            later = CompletableFuture.runAsync(
                    this::letOthersPass,
                    CompletableFuture.delayedExecutor(untilSlow.toMillis(), TimeUnit.MILLISECONDS));
        }

        private synchronized void letOthersPass() {
            if (!isOver && slow.tryAcquire()) {
                isSlow = true;
                workers.release();
            }
        }

        @Override
        public synchronized void close() {
            if (!isOver) {
                isOver = true;
                if (later != null) {
                    later.cancel(false);
                }
                (isSlow ? slow : workers).release();
            }
        }
    }
}
