package io.plumbline.access.pins;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.shared.CurrentUser;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a person after signing in that wrong tries had disabled their signing PIN. A click costs no statement for it. */
@Component
public class PinNotices {
    private final PinStore pins;

    /** Keyed by the authentication, as proofs are: the notice belongs to one sign-in. */
    private final Cache<Authentication, Instant> notices =
            Caffeine.newBuilder().weakKeys().build();

    PinNotices(PinStore pins) {
        this.pins = pins;
    }

    /** Returns when wrong tries disabled the current user's PIN; empty, and without a query, if they did not. */
    public Optional<Instant> findForCurrentUser() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? Optional.empty() : Optional.ofNullable(notices.getIfPresent(user));
    }

    /** The password was given, so the PIN is enabled again. */
    @EventListener
    @Transactional
    public void on(InteractiveAuthenticationSuccessEvent signedIn) {
        if (signedIn.getAuthentication().getPrincipal() instanceof CurrentUser user) {
            pins.giveAllBack(user.staff());
            pins.findUntold(user.staff()).ifPresent(since -> {
                notices.put(signedIn.getAuthentication(), since);
                pins.told(user.staff());
            });
        }
    }
}
