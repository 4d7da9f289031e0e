package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.lock.LockableScreens;
import io.plumbline.access.lock.SessionLock;
import io.plumbline.access.sessions.StaffSessionId;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Locks the screens of sessions whose user was idle for a while, and clears those of sessions that have ended because
 * the user was idle or the account was changed. Each screen is told to reload, which leads to the sign-in page and back.
 * A screen that does not respond loses its session in the next round.
 */
@Component
class OpenScreens implements VaadinServiceInitListener {
    /** Sets a flag that skips the prompt about unsaved changes: no user is present, and the content must disappear. */
    private static final String END = "window.plumblineSessionEnded = true; location.reload()";

    private static final String TO_END = "io.plumbline.toEnd";
    private static final String FOR_ANOTHER = "io.plumbline.endsForAnother";

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<VaadinSession> told = ConcurrentHashMap.newKeySet();
    private final OwnActions ownActions;
    private final SessionLock locks;
    private final LockableScreens lockable;

    OpenScreens(OwnActions ownActions, SessionLock locks, @Lazy LockableScreens lockable) {
        this.ownActions = ownActions;
        this.locks = locks;
        this.lockable = lockable;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(end -> forget(end.getSession()));
    }

    /** Returns whether a session ends with its next request. */
    static boolean isToEnd(HttpSession session) {
        return session.getAttribute(TO_END) != null;
    }

    /** Returns whether a session ends because its user signed in at too many places. */
    static boolean isToEndForAnother(HttpSession session) {
        return session.getAttribute(FOR_ANOTHER) != null;
    }

    /** Ends the session of a user who signed in at too many places, including its open screens. */
    void endForAnother(HttpSession session) {
        try {
            session.setAttribute(FOR_ANOTHER, true);
            session.setAttribute(TO_END, true);
            sessions.stream()
                    .filter(screen -> SessionLock.sessionOf(screen)
                            .filter(one -> one.getId().equals(session.getId()))
                            .isPresent())
                    .forEach(this::end);
        } catch (IllegalStateException endedInTheMeantime) {
            // already invalidated, which is the goal
        }
    }

    /** Returns who is signed in at each session with open screens on this node. */
    Map<VaadinSession, Authentication> signedIn() {
        var all = new HashMap<VaadinSession, Authentication>();
        sessions.forEach(session -> signedIn(session).ifPresent(one -> all.put(session, one)));
        return all;
    }

    /** Returns the id of the session of some screens. */
    Optional<StaffSessionId> idOf(VaadinSession session) {
        return ifRunning(() -> SessionLock.sessionOf(session).flatMap(SignedInSessions::idOf), Optional.empty());
    }

    /** Returns who is signed in at the screens of a session. */
    Optional<Authentication> signedIn(VaadinSession session) {
        return ifRunning(() -> SessionLock.sessionOf(session).flatMap(OpenScreens::signedIn), Optional.empty());
    }

    /** Returns what is found in a session, which may end in the meantime. */
    private static <T> T ifRunning(Supplier<T> found, T ifEnded) {
        try {
            return found.get();
        } catch (IllegalStateException endedInTheMeantime) {
            return ifEnded;
        }
    }

    /** Returns who is signed in to a session, even if it has no open screen yet. */
    static Optional<Authentication> signedIn(HttpSession session) {
        return Optional.ofNullable(
                        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .map(context -> ((SecurityContext) context).getAuthentication());
    }

    @Scheduled(fixedDelayString = "PT5S")
    void endIdle() {
        sessions.forEach(session ->
                SessionLock.sessionOf(session).filter(this::isOverdue).ifPresent(overdue -> end(session)));
        lockIdle();
    }

    /** Locks the screens whose user did nothing for a while; the session goes on. */
    void lockIdle() {
        sessions.forEach(session ->
                SessionLock.sessionOf(session).filter(this::isLocked).ifPresent(locked -> lockable.cover(session)));
    }

    private boolean isLocked(HttpSession session) {
        return ifRunning(
                () -> {
                    if (ownActions.isLockDue(session)) {
                        locks.lock(session, "no action for too long");
                    }
                    return SessionLock.isLocked(session);
                },
                false);
    }

    private boolean isOverdue(HttpSession session) {
        return ifRunning(() -> ownActions.isOverdue(session), false);
    }

    /** Ends a session: tells its screens to reload first, and invalidates the session on the second call. */
    void end(VaadinSession session) {
        try {
            if (told.add(session)) {
                SessionLock.sessionOf(session).ifPresent(http -> http.setAttribute(TO_END, true));
                session.access(() -> session.getUIs().stream().map(UI::getPage).forEach(page -> page.executeJs(END)));
            } else {
                SessionLock.sessionOf(session).ifPresent(HttpSession::invalidate);
            }
        } catch (IllegalStateException endedInTheMeantime) {
            forget(session);
        }
    }

    private void forget(VaadinSession session) {
        sessions.remove(session);
        told.remove(session);
    }
}
