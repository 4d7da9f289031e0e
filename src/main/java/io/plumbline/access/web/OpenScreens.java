package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Takes the content off the screens of people whose session is over: they were idle too long, or their account is not
 * what it was. A screen is told to load its address again, which leads to the sign-in page and back; a tab that no longer
 * listens loses its session at the next round.
 */
@Component
class OpenScreens implements VaadinServiceInitListener {
    /** The page asks before unsaved words are left; here nobody is there to answer, and the content must go. */
    private static final String END = "window.plumblineSessionEnded = true; location.reload()";

    private static final String TO_END = "io.plumbline.toEnd";
    private static final String FOR_ANOTHER = "io.plumbline.endsForAnother";

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<VaadinSession> told = ConcurrentHashMap.newKeySet();
    private final OwnActions ownActions;

    OpenScreens(OwnActions ownActions) {
        this.ownActions = ownActions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(end -> forget(end.getSession()));
    }

    /** Whether a session ends with its next request. */
    static boolean isToEnd(HttpSession session) {
        return session.getAttribute(TO_END) != null;
    }

    /** Whether a session ends because its person signed in at too many other places. */
    static boolean isToEndForAnother(HttpSession session) {
        return session.getAttribute(FOR_ANOTHER) != null;
    }

    /** Ends the session of somebody who signed in at one place too many, with its screens if it has some. */
    void endForAnother(HttpSession session) {
        try {
            session.setAttribute(FOR_ANOTHER, true);
            session.setAttribute(TO_END, true);
            sessions.stream()
                    .filter(screen -> http(screen)
                            .filter(one -> one.getId().equals(session.getId()))
                            .isPresent())
                    .forEach(this::end);
        } catch (IllegalStateException endedMeanwhile) {
            // which is what was wanted
        }
    }

    /** Who is signed in at which open screens of this node. */
    Map<VaadinSession, Authentication> signedIn() {
        var all = new HashMap<VaadinSession, Authentication>();
        sessions.forEach(session -> signedIn(session).ifPresent(one -> all.put(session, one)));
        return all;
    }

    /** Who is signed in at the screens of one session now. */
    Optional<Authentication> signedIn(VaadinSession session) {
        try {
            return http(session).flatMap(OpenScreens::signedIn);
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Who is signed in in one session now, also where no screen is open yet. */
    static Optional<Authentication> signedIn(HttpSession session) {
        return Optional.ofNullable(
                        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .map(context -> ((SecurityContext) context).getAuthentication());
    }

    @Scheduled(fixedDelayString = "PT5S")
    void endIdle() {
        sessions.forEach(session -> http(session).filter(this::isOverdue).ifPresent(overdue -> end(session)));
    }

    private boolean isOverdue(HttpSession session) {
        try {
            return ownActions.isOverdue(session);
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    /** Ends a session: its screens are told first, and who does not listen is cut off the second time. */
    void end(VaadinSession session) {
        try {
            if (told.add(session)) {
                http(session).ifPresent(http -> http.setAttribute(TO_END, true));
                session.access(() -> session.getUIs().stream().map(UI::getPage).forEach(page -> page.executeJs(END)));
            } else {
                http(session).ifPresent(HttpSession::invalidate);
            }
        } catch (IllegalStateException endedMeanwhile) {
            forget(session);
        }
    }

    private void forget(VaadinSession session) {
        sessions.remove(session);
        told.remove(session);
    }

    private static Optional<HttpSession> http(VaadinSession session) {
        return session.getSession() instanceof WrappedHttpSession wrapped
                ? Optional.of(wrapped.getHttpSession())
                : Optional.empty();
    }
}
