package io.plumbline.access.web;

import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.access.signin.CurrentAccountQuery.Now;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ids.StaffId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Clears the screens of users whose account was deactivated or has other roles, other clinics or another password, and of
 * sessions that were signed out elsewhere.
 * Reads the database, so it notices a change made on any node. Runs one SQL statement for all sessions of this node.
 * {@link IdleSessionFilter} rejects further requests of such a session before that.
 */
@Component
class AccountAccessJob {
    private static final Logger LOG = LoggerFactory.getLogger(AccountAccessJob.class);

    private final OpenScreens screens;
    private final CurrentAccountQuery accounts;

    AccountAccessJob(OpenScreens screens, CurrentAccountQuery accounts) {
        this.screens = screens;
        this.accounts = accounts;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void look() {
        var all = screens.signedIn();
        if (all.isEmpty()) {
            return;
        }
        try {
            var ids = new HashMap<VaadinSession, StaffSessionId>();
            all.keySet().forEach(session -> screens.idOf(session).ifPresent(id -> ids.put(session, id)));
            var now = ids.isEmpty()
                    ? Map.<StaffId, Now>of()
                    : accounts.findCurrent(
                            all.values().stream()
                                    .flatMap(signedIn -> staff(signedIn).stream())
                                    .collect(Collectors.toSet()),
                            ids.values());
            all.forEach((session, signedIn) -> endUnlessSame(
                    session, signedIn, ids.get(session), staff(signedIn).map(now::get)));
        } catch (DataAccessException storeIsAway) {
            LOG.debug("The database cannot confirm active accounts; retried in three seconds", storeIsAway);
        }
    }

    private void endUnlessSame(
            VaadinSession session, Authentication asked, @Nullable StaffSessionId id, Optional<Now> now) {
        var isSame = id != null && now.filter(found -> found.isAs(asked, id)).isPresent();
        // the principal changes when the user has just created a clinic
        var isStillAsked = screens.signedIn(session).filter(asked::equals).isPresent();
        if (!isSame && isStillAsked) {
            screens.end(session);
        }
    }

    private static Optional<StaffId> staff(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof Caller caller ? Optional.of(caller.staff()) : Optional.empty();
    }
}
