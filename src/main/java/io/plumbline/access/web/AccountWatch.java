package io.plumbline.access.web;

import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.AccountsNow;
import io.plumbline.access.AccountsNow.Now;
import io.plumbline.shared.Caller;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the screens of people whose account was switched off, has other roles or clinics now, or another password:
 * whatever node changed it, the store says so. One statement for all sessions of this node.
 */
@Component
class AccountWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);

    private final Map<VaadinSession, LocalDateTime> passwords = new ConcurrentHashMap<>();
    private final OpenScreens screens;
    private final AccountsNow accounts;

    AccountWatch(OpenScreens screens, AccountsNow accounts) {
        this.screens = screens;
        this.accounts = accounts;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void look() {
        var callers = screens.callers();
        passwords.keySet().retainAll(callers.keySet());
        if (callers.isEmpty()) {
            return;
        }
        try {
            var staff =
                    new HashSet<>(callers.values().stream().map(Caller::staff).toList());
            var now = accounts.of(staff);
            callers.forEach((session, caller) -> endUnlessSame(session, caller, now.get(caller.staff())));
        } catch (DataAccessException storeIsAway) {
            LOG.warn("The store does not say who may still work: asked again in three seconds");
        }
    }

    private void endUnlessSame(VaadinSession session, Caller asked, @Nullable Now now) {
        var isSame = now != null && now.isAs(asked) && hasSamePassword(session, now);
        // who has just founded a clinic goes on as somebody else than a moment ago
        var isStillAsked = screens.caller(session).filter(asked::equals).isPresent();
        if (!isSame && isStillAsked) {
            screens.end(session);
        }
    }

    private boolean hasSamePassword(VaadinSession session, Now now) {
        var chosen = now.passwordSetAt();
        var before = chosen == null ? null : passwords.putIfAbsent(session, chosen);
        return before == null || before.equals(chosen);
    }
}
