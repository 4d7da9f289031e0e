package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.StaffId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Limits how many sessions a user has, and how many tabs each session has, on each node. The oldest one is closed and
 * shows why.
 */
@Component
class ScreensAtOnce implements VaadinServiceInitListener {
    /** More tabs than anybody reads at a time. */
    static final int MOST_TABS = 30;

    private static final String PLACE = "io.plumbline.place";
    private static final String CLOSED = "This tab was closed because you have more than " + MOST_TABS
            + " open. Reload it to continue here; an older tab then closes.";

    private final Map<StaffId, Deque<HttpSession>> places = new HashMap<>();
    private final SessionSettings settings;
    private final OpenScreens screens;

    ScreensAtOnce(SessionSettings settings, OpenScreens screens) {
        this.settings = settings;
        this.screens = screens;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> closeOldest(init.getUI()));
    }

    private static void closeOldest(UI opened) {
        var open = opened.getSession().getUIs().stream()
                .filter(tab -> !tab.isClosing())
                .toList();
        if (open.size() > MOST_TABS) {
            open.stream()
                    .filter(tab -> tab != opened)
                    .min(Comparator.comparingInt(UI::getUIId))
                    .ifPresent(ScreensAtOnce::close);
        }
    }

    private static void close(UI oldest) {
        oldest.getPage().executeJs("window.plumblineSessionEnded = true; document.body.textContent = $0", CLOSED);
        // also sends the message if push is connected
        oldest.close();
    }

    /** Registers a sign-in, and ends the user's oldest session if there are too many. */
    void signedIn(HttpSession session, Authentication person) {
        if (person.getPrincipal() instanceof CurrentUser user) {
            session.setAttribute(PLACE, new Place(this, user.staff()));
            noted(session, user.staff()).ifPresent(screens::endForAnother);
        }
    }

    private Optional<HttpSession> noted(HttpSession session, StaffId staff) {
        synchronized (places) {
            var own = places.computeIfAbsent(staff, none -> new ArrayDeque<>());
            own.addLast(session);
            return own.size() > settings.mostPlaces() ? Optional.of(own.removeFirst()) : Optional.empty();
        }
    }

    private void over(HttpSession session, StaffId staff) {
        synchronized (places) {
            places.computeIfPresent(staff, (who, own) -> {
                own.removeIf(one -> one.getId().equals(session.getId()));
                return own.isEmpty() ? null : own;
            });
        }
    }

    /** A session attribute that is notified when the session ends. */
    private record Place(ScreensAtOnce all, StaffId staff) implements HttpSessionBindingListener {
        @Override
        public void valueUnbound(HttpSessionBindingEvent end) {
            all.over(end.getSession(), staff);
        }
    }
}
