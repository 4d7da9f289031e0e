package io.plumbline.access.sessions;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The running sessions of the current user, on all nodes; those of nobody else can be listed or ended. Each node compares with
 * them what is at most three seconds old, so a session that was ended here is over within five seconds everywhere.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_OWN)
public class StaffSessionService {
    /** How often a node says which sessions it has; after five times that, its process is taken to be gone. */
    static final Duration SEEN_FOR = Duration.ofSeconds(150);

    /** While the store is away no node can say which sessions it has, so their rows are kept longer. */
    static final Duration KEPT_FOR = Duration.ofHours(1);

    private static final int MOST = 100;

    private final StaffSessionStore sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffSessionService(StaffSessionStore sessions, ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers the session that the current user has just started.
     *
     * @param userAgent what the browser says of itself, or null if it says nothing; only browser and system are kept
     */
    @Transactional
    public StaffSessionId begin(@Nullable String userAgent, String address) {
        var id = StaffSessionId.next();
        sessions.add(id, CurrentUser.current().staff(), Device.of(userAgent), address, clock.instant());
        return id;
    }

    /** Returns the current user's running sessions, at most 100, the one that was used last first. */
    public List<StaffSessionRow> list() {
        return sessions.findSeenSince(
                CurrentUser.current().staff(), clock.instant().minus(SEEN_FOR), MOST);
    }

    /** Signs out one session of the current user; nothing happens if it has ended. */
    @Transactional
    public void end(StaffSessionId id) {
        record(sessions.delete(CurrentUser.current().staff(), id));
    }

    /**
     * Signs out all sessions of the current user but one.
     *
     * @param kept the session that goes on, or null for none
     * @return how many were signed out
     */
    @Transactional
    public int endOthers(@Nullable StaffSessionId kept) {
        var ended = sessions.deleteOthers(CurrentUser.current().staff(), kept);
        record(ended);
        return ended;
    }

    private void record(int ended) {
        if (ended > 0) {
            events.publishEvent(new StaffSessionEvent(CurrentUser.current().staff(), ended));
        }
    }

    /** Forgets a session that is over. */
    @Transactional
    @Requires(Permission.SESSION_KEEP)
    public void forget(StaffSessionId id) {
        sessions.delete(id);
    }

    /**
     * Notes that sessions are running, and forgets those that no process has any more.
     *
     * @param lastActions when each person last acted, by session
     */
    @Transactional
    @Requires(Permission.SESSION_KEEP)
    public void keep(Map<StaffSessionId, Instant> lastActions) {
        var now = clock.instant();
        sessions.keep(lastActions, now);
        sessions.deleteNotSeenSince(now.minus(KEPT_FOR));
    }
}
