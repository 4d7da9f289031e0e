package io.plumbline.documents;

import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that takes long, of which each person has only some at a time, and all people together have only some: whoever
 * asks for much waits for their own, and keeps no turn from others.
 */
public final class PersonTurns {
    private final int mostOfPerson;
    private final int most;
    private final Duration longestWait;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Map<StaffId, Integer> working = new HashMap<>();
    private int all;

    /**
     * Creates the turns of one kind of work.
     *
     * @param mostOfPerson how many a person has at a time
     * @param most how many all people have at a time
     * @param longestWait after which nobody waits any more
     */
    public PersonTurns(int mostOfPerson, int most, Duration longestWait) {
        this.mostOfPerson = mostOfPerson;
        this.most = most;
        this.longestWait = longestWait;
    }

    /** The person waited for as long as anybody waits. */
    public static final class NoTurn extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Does the work in a turn of the person.
     *
     * @throws NoTurn if none became free in time; nothing was done
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public <T> T take(StaffId person, Callable<T> work) throws Exception {
        enter(person);
        try {
            return work.call();
        } finally {
            leave(person);
        }
    }

    private void enter(StaffId person) throws NoTurn, InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = longestWait.toNanos();
            while (all >= most || working.getOrDefault(person, 0) >= mostOfPerson) {
                if (nanos <= 0) {
                    throw new NoTurn();
                }
                nanos = changed.awaitNanos(nanos);
            }
            all++;
            working.merge(person, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private void leave(StaffId person) {
        lock.lock();
        try {
            all--;
            working.computeIfPresent(person, (id, own) -> own == 1 ? null : own - 1);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
