package io.plumbline.access.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plumbline.access.sessions.StaffSessionEvent;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.signin.CurrentAccountQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sign-ins that the database confirmed less than three seconds ago; a request of one of them runs no statement. A
 * change that was made on this node counts with the next request, one that was made on another node after three seconds
 * at most.
 */
@Component
public class ConfirmedSignIns {
    static final Duration HOLDS_FOR = Duration.ofSeconds(3);

    private final CurrentAccountQuery accounts;
    private final Cache<StaffSessionId, Authentication> confirmed;
    private long changes;

    @Autowired
    ConfirmedSignIns(CurrentAccountQuery accounts) {
        this(accounts, Ticker.systemTicker());
    }

    ConfirmedSignIns(CurrentAccountQuery accounts, Ticker ticker) {
        this.accounts = accounts;
        confirmed =
                Caffeine.newBuilder().expireAfterWrite(HOLDS_FOR).ticker(ticker).build();
    }

    /**
     * Returns whether the account of a sign-in is unchanged and its session not signed out. Runs one SQL statement by
     * key if that was not confirmed in the last three seconds.
     *
     * @param session the id of the session, or null if it was never registered
     */
    public boolean isStill(Authentication signedIn, @Nullable StaffSessionId session) {
        if (session == null) {
            return false;
        }
        if (signedIn.equals(confirmed.getIfPresent(session))) {
            return true;
        }
        return confirm(Map.of(session, signedIn)).contains(session);
    }

    /** Confirms some sign-ins by one SQL statement. Returns those that are as they were. */
    public Set<StaffSessionId> confirm(Map<StaffSessionId, Authentication> signedIn) {
        var before = changes();
        var same = accounts.findSame(signedIn);
        var kept = new HashMap<>(signedIn);
        kept.keySet().retainAll(same);
        keep(kept, before);
        return same;
    }

    @TransactionalEventListener
    void on(AccountEvent changed) {
        forget();
    }

    @TransactionalEventListener
    void on(StaffSessionEvent ended) {
        forget();
    }

    private synchronized long changes() {
        return changes;
    }

    /** What was read before a change may be from before it, and is not kept. */
    private synchronized void keep(Map<StaffSessionId, Authentication> same, long before) {
        if (changes == before) {
            confirmed.putAll(same);
        }
    }

    private synchronized void forget() {
        changes++;
        confirmed.invalidateAll();
    }
}
