package io.plumbline.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tracks when a user was last active. Heartbeats, push and refreshes that the portal causes do not count. The browser
 * reports key presses, clicks, touches and text input to {@code /own-action} (frontend/assets/portal.js), and opening a
 * page counts.
 */
@Component
class OwnActions {
    private static final String LAST = "io.plumbline.lastOwnAction";
    private static final String SIGNED_IN = "io.plumbline.signedInAt";

    private final Clock clock;
    private final SessionSettings settings;

    OwnActions(Clock clock, SessionSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Starts the clocks of a session: the idle timer, and the time after which it ends at the latest. */
    void signedIn(HttpSession session) {
        session.setAttribute(SIGNED_IN, clock.instant());
        happened(session);
    }

    void happened(HttpSession session) {
        session.setAttribute(LAST, clock.instant());
    }

    /** Starts the idle timer of a session that has none yet. */
    void begin(HttpSession session) {
        if (session.getAttribute(LAST) == null) {
            happened(session);
        }
    }

    /** Returns when the user last acted, or empty if they never did. */
    Optional<Instant> last(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(LAST));
    }

    /** Returns whether a session has to end: its user is idle, or signed in as long ago as a session may last. */
    boolean isOverdue(HttpSession session) {
        return isOver(session, LAST, settings.idle()) || isTooOld(session);
    }

    /** Returns whether the screens of a session have to be locked: somebody is signed in and did nothing for long. */
    boolean isLockDue(HttpSession session) {
        return session.getAttribute(SIGNED_IN) != null && isOver(session, LAST, settings.lock());
    }

    /** Returns whether the sign-in is as long ago as a session may last, whatever its user does. */
    boolean isTooOld(HttpSession session) {
        return isOver(session, SIGNED_IN, settings.longest());
    }

    /** Treats a time in the future as now: the clock was set back in between. */
    private boolean isOver(HttpSession session, String since, Duration most) {
        if (!(session.getAttribute(since) instanceof Instant begun)) {
            return false;
        }
        var now = clock.instant();
        if (begun.isAfter(now)) {
            session.setAttribute(since, now);
            return false;
        }
        return begun.plus(most).isBefore(now);
    }
}
