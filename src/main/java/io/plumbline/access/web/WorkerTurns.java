package io.plumbline.access.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The turns of requests at a few workers, in the order of arrival. A request that takes longer than {@link #SLOW} no
 * longer keeps its worker from others, so that two slow requests stop nobody; at most {@link #MOST_SLOW} are slow beside
 * the others.
 */
final class WorkerTurns {
    static final Duration SLOW = Duration.ofSeconds(2);
    static final int MOST_SLOW = 14;

    private final Semaphore workers;
    private final Semaphore slow = new Semaphore(MOST_SLOW);
    private final Duration untilSlow;

    /** @param untilSlow after how long a request counts as slow */
    WorkerTurns(int atOnce, Duration untilSlow) {
        workers = new Semaphore(atOnce, true);
        this.untilSlow = untilSlow;
    }

    /** Waits for a turn; empty if there is none by then, in the time of {@link System#nanoTime}. */
    Optional<Turn> take(long until) {
        try {
            return workers.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                    ? Optional.of(new Turn())
                    : Optional.empty();
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The turn of one request, until it is closed. */
    final class Turn implements AutoCloseable {
        private final CompletableFuture<Void> later = CompletableFuture.runAsync(
                this::letOthersPass, CompletableFuture.delayedExecutor(untilSlow.toMillis(), TimeUnit.MILLISECONDS));

        private boolean isSlow;
        private boolean isOver;

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
                later.cancel(false);
                (isSlow ? slow : workers).release();
            }
        }
    }
}
