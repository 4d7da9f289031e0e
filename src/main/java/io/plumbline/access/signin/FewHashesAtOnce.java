package io.plumbline.access.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Limits concurrent password hashing to four, or two on a machine with two processors. Hashing is slow on purpose;
 * without a limit, attackers who guess passwords would starve the staff. Others wait briefly, in the order of arrival.
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

    /** Waits for as long as it takes: the current user has a one-time link or is signed in. */
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
     * Returns whether the password matches.
     *
     * @throws PasswordNotLookedAt if too many other passwords are being checked
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
