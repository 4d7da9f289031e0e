package io.plumbline.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Lets one transaction at a time write to H2. H2 stores a commit map by map, while other transactions may write. If the
 * process is killed before their own commit is stored, H2 finds them half done at the next start
 * (<a href="https://github.com/h2database/h2database/issues/2080">h2database issue 2080</a>). A transaction within
 * another one of the same thread does not wait.
 */
final class OneWriter {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Object> writing = ConcurrentHashMap.newKeySet();
    private final Duration longestWait;

    /** @param longestWait after which a transaction gives up, to be retried by {@link StoreRetry} */
    OneWriter(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /**
     * Waits until no other transaction writes.
     *
     * @throws CannotAcquireLockException if one writes for too long
     */
    void begin(Object transaction) {
        if (!isMyTurn()) {
            throw new CannotAcquireLockException("Another transaction has been writing for too long");
        }
        writing.add(transaction);
    }

    private boolean isMyTurn() {
        try {
            return turn.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets the next transaction write; does nothing for a transaction that only reads. */
    void end(Object transaction) {
        if (writing.remove(transaction)) {
            turn.unlock();
        }
    }
}
