package io.plumbline.access.lock;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import io.plumbline.shared.CurrentUser;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps which sessions are locked. A session that is locked stays so until its person proves who they are, or it ends. */
@Component
public class SessionLock {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLock.class);
    private static final String LOCKED = "io.plumbline.locked";

    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    SessionLock(ApplicationEventPublisher events, TransactionTemplate each) {
        this.events = events;
        this.each = each;
    }

    /** Returns whether a session is locked. */
    public static boolean isLocked(HttpSession session) {
        return session.getAttribute(LOCKED) != null;
    }

    /** Returns the session in which some screens are open; empty if it has ended. */
    public static Optional<HttpSession> sessionOf(VaadinSession screens) {
        return screens.getSession() instanceof WrappedHttpSession wrapped
                ? Optional.of(wrapped.getHttpSession())
                : Optional.empty();
    }

    /** Returns who is signed in to a session. */
    public static Optional<CurrentUser> user(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /**
     * Locks a session somebody is signed in to; does nothing if it is locked.
     *
     * @param why the cause in a few words, for the audit trail
     */
    public void lock(HttpSession session, String why) {
        var user = user(session);
        if (user.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (isLocked(session)) {
                return;
            }
            session.setAttribute(LOCKED, true);
        }
        try {
            each.executeWithoutResult(locked ->
                    events.publishEvent(new LockEvent.Locked(user.get().staff(), why)));
        } catch (RuntimeException storeIsAway) {
            // a screen must not stay open because the store is away
            LOG.warn("The locking of a screen could not be recorded", storeIsAway);
        }
    }

    /** Unlocks a session. */
    void unlock(HttpSession session) {
        session.removeAttribute(LOCKED);
    }
}
