package io.plumbline.access.web;

import io.plumbline.access.SystemActor;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.sessions.StaffSessionService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the rows of this node's signed-in sessions, by which their owners see and end them from anywhere. */
@Component
class SignedInSessions {
    private static final Logger LOG = LoggerFactory.getLogger(SignedInSessions.class);
    private static final String END = "io.plumbline.staffSessionEnd";

    private final Map<StaffSessionId, HttpSession> running = new ConcurrentHashMap<>();
    private final StaffSessionService sessions;
    private final OwnActions ownActions;
    private final SystemActor system;

    SignedInSessions(StaffSessionService sessions, OwnActions ownActions, SystemActor system) {
        this.sessions = sessions;
        this.ownActions = ownActions;
        this.system = system;
    }

    /** Registers the session of a person who has just signed in. */
    void signedIn(HttpServletRequest request) {
        var session = request.getSession();
        var id = sessions.begin(request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
        session.setAttribute(StaffSessionId.ATTRIBUTE, id);
        session.setAttribute(END, new End(this, id));
        running.put(id, session);
    }

    /** Returns the id of a session; empty if nobody has signed in to it. */
    static Optional<StaffSessionId> idOf(HttpSession session) {
        return Optional.ofNullable((StaffSessionId) session.getAttribute(StaffSessionId.ATTRIBUTE));
    }

    /** Tells the store which sessions this node has. A click costs no statement for it. */
    @Scheduled(fixedDelayString = "PT30S")
    void keep() {
        var lastActions = new HashMap<StaffSessionId, Instant>();
        running.forEach((id, session) -> lastAction(session).ifPresent(last -> lastActions.put(id, last)));
        attempt(() -> sessions.keep(lastActions));
    }

    private Optional<Instant> lastAction(HttpSession session) {
        try {
            return ownActions.last(session);
        } catch (IllegalStateException endedInTheMeantime) {
            return Optional.empty();
        }
    }

    private void over(StaffSessionId id) {
        running.remove(id);
        attempt(() -> sessions.forget(id));
    }

    private void attempt(Runnable write) {
        try {
            system.run(write);
        } catch (RuntimeException storeIsAway) {
            // the row goes by its age, and a running session is told again
            LOG.debug("The rows of sessions could not be written", storeIsAway);
        }
    }

    /** A session attribute that is notified when the session ends. */
    private record End(SignedInSessions all, StaffSessionId id) implements HttpSessionBindingListener {
        @Override
        public void valueUnbound(HttpSessionBindingEvent end) {
            all.over(id);
        }
    }
}
