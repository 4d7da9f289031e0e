package io.plumbline.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A hash is made to be slow: so that strangers who guess do not take the machine from those who work, four are made at once
 * at most, two on a machine of two processors. The others wait a moment, in the order in which they came.
 */
final class FewHashesAtOnce implements PasswordEncoder {
    private static final int MOST = 4;
    private static final int FEWEST = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final PasswordEncoder passwords;
    private final Semaphore free;
    private final Duration longestWait;

    FewHashesAtOnce(PasswordEncoder passwords) {
        this(passwords, Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, MOST), LONGEST_WAIT);
    }

    FewHashesAtOnce(PasswordEncoder passwords, int atOnce, Duration longestWait) {
        this.passwords = passwords;
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** Waits for its turn however long it takes: whoever gets here holds a link or has signed in. */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        free.acquireUninterruptibly();
        try {
            return passwords.encode(password);
        } finally {
            free.release();
        }
    }

    /**
     * Whether it is the password.
     *
     * @throws PasswordNotLookedAt if too many others are being looked at
     */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (!isMyTurn()) {
            throw new PasswordNotLookedAt();
        }
        try {
            return passwords.matches(password, hash);
        } finally {
            free.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return passwords.upgradeEncoding(hash);
    }

    private boolean isMyTurn() {
        try {
            return free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
