package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the content off the screens of people who have been idle too long. A screen is told to load its address again,
 * which leads to the sign-in page and back; a tab that no longer listens loses its session at the next round.
 */
@Component
class OpenScreens implements VaadinServiceInitListener {
    /** The page asks before unsaved words are left; here nobody is there to answer, and the content must go. */
    private static final String END = "window.plumblineSessionEnded = true; location.reload()";

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<VaadinSession> told = ConcurrentHashMap.newKeySet();
    private final OwnActions ownActions;

    OpenScreens(OwnActions ownActions) {
        this.ownActions = ownActions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(end -> {
            sessions.remove(end.getSession());
            told.remove(end.getSession());
        });
    }

    @Scheduled(fixedDelayString = "PT5S")
    void endIdle() {
        sessions.forEach(this::endIfIdle);
    }

    private void endIfIdle(VaadinSession session) {
        if (!(session.getSession() instanceof WrappedHttpSession wrapped)) {
            return;
        }
        try {
            if (!ownActions.isOverdue(wrapped.getHttpSession())) {
                return;
            }
            if (told.add(session)) {
                session.access(() -> session.getUIs().stream().map(UI::getPage).forEach(page -> page.executeJs(END)));
            } else {
                wrapped.invalidate();
            }
        } catch (IllegalStateException endedMeanwhile) {
            sessions.remove(session);
            told.remove(session);
        }
    }
}
