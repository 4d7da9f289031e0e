package io.plumbline.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When a person last did something themselves. Heartbeats, push and refreshes that we caused do not count: the browser
 * reports keys, clicks, touches and entered text to {@code /own-action} (frontend/assets/portal.js), and opening a page counts.
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

    /** Starts the clock of a session that has none yet. */
    void begin(HttpSession session) {
        if (session.getAttribute(LAST) == null) {
            happened(session);
        }
    }

    /** An action that lies ahead, because the clock went back since, counts as one of now. */
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
