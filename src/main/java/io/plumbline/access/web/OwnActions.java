package io.plumbline.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Tracks when a user was last active. Heartbeats, push and refreshes that the portal causes do not count. The browser
 * reports key presses, clicks, touches and text input to {@code /own-action} (frontend/assets/portal.js), and opening a
 * page counts.
 */
@Component
class OwnActions {
    private static final String LAST = "io.plumbline.lastOwnAction";

    private final Clock clock;
    private final SessionSettings settings;

    OwnActions(Clock clock, SessionSettings settings) {
        this.clock = clock;
        this.settings = settings;
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

    /** Treats an action in the future as one of now: the clock was set back in between. */
    boolean isOverdue(HttpSession session) {
        if (!(session.getAttribute(LAST) instanceof Instant last)) {
            return false;
        }
        var now = clock.instant();
        if (last.isAfter(now)) {
            session.setAttribute(LAST, now);
            return false;
        }
        return last.plus(settings.idle()).isBefore(now);
    }
}
