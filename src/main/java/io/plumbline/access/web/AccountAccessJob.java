package io.plumbline.access.web;

import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.accounts.ConfirmedSignIns;
import io.plumbline.access.sessions.StaffSessionId;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Clears the screens of users whose account was deactivated or has other roles, other clinics or another password, and of
 * sessions that were signed out elsewhere.
 * Reads the database, so it notices a change made on any node. Runs one SQL statement for all sessions of this node, and
 * often enough that {@link IdleSessionFilter} needs none for a session with an open screen.
 */
@Component
class AccountAccessJob {
    private final OpenScreens screens;
    private final ConfirmedSignIns signIns;

    AccountAccessJob(OpenScreens screens, ConfirmedSignIns signIns) {
        this.screens = screens;
        this.signIns = signIns;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        var all = screens.signedIn();
        if (all.isEmpty()) {
            return;
        }
        var ids = new HashMap<VaadinSession, StaffSessionId>();
        all.keySet().forEach(session -> screens.idOf(session).ifPresent(id -> ids.put(session, id)));
        var asked = new HashMap<StaffSessionId, Authentication>();
        ids.forEach((session, id) -> asked.put(id, all.get(session)));
        var same = signIns.confirm(asked);
        all.forEach((session, signedIn) -> endUnlessSame(session, signedIn, same, ids.get(session)));
    }

    private void endUnlessSame(
            VaadinSession session, Authentication asked, Set<StaffSessionId> same, @Nullable StaffSessionId id) {
        var isSame = id != null && same.contains(id);
        // the principal changes when the user has just created a clinic
        var isStillAsked = screens.signedIn(session).filter(asked::equals).isPresent();
        if (!isSame && isStillAsked) {
            screens.end(session);
        }
    }
}
