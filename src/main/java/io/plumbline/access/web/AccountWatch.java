package io.plumbline.access.web;

import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.AccountsNow;
import io.plumbline.access.AccountsNow.Now;
import io.plumbline.shared.Caller;
import io.plumbline.shared.StaffId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes the content off the screens of people whose account was switched off, has other roles or clinics now, or another
 * password: whatever node changed it, the store says so. One statement for all sessions of this node. What such a session
 * still asks for is refused before, by {@link IdleSessionFilter}.
 */
@Component
class AccountWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);

    private final OpenScreens screens;
    private final AccountsNow accounts;

    AccountWatch(OpenScreens screens, AccountsNow accounts) {
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
            var now = accounts.of(all.values().stream()
                    .flatMap(signedIn -> staff(signedIn).stream())
                    .collect(Collectors.toSet()));
            all.forEach((session, signedIn) ->
                    endUnlessSame(session, signedIn, staff(signedIn).map(now::get)));
        } catch (DataAccessException storeIsAway) {
            LOG.debug("The database does not say who may still work: asked again in three seconds", storeIsAway);
        }
    }

    private void endUnlessSame(VaadinSession session, Authentication asked, Optional<Now> now) {
        var isSame = now.filter(found -> found.isAs(asked)).isPresent();
        // who has just founded a clinic goes on as somebody else than a moment ago
        var isStillAsked = screens.signedIn(session).filter(asked::equals).isPresent();
        if (!isSame && isStillAsked) {
            screens.end(session);
        }
    }

    private static Optional<StaffId> staff(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof Caller caller ? Optional.of(caller.staff()) : Optional.empty();
    }
}
