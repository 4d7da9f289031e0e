package io.plumbline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** When each signed-in session last proved who its person is. A restart forgets it, and the proof is asked again. */
@Component
class IdentityProofs {
    private final Duration last;
    private final Clock clock;

    /** By the sign-in itself, not the person: a second session has a proof of its own. */
    private final Cache<Authentication, Instant> proofs =
            Caffeine.newBuilder().weakKeys().build();

    IdentityProofs(@Value("${plumbline.proof.lasts}") Duration last, Clock clock) {
        this.last = last;
        this.clock = clock;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        proofs.put(signedIn.getAuthentication(), clock.instant());
    }

    void given() {
        proofs.put(current(), clock.instant());
    }

    /** The same session goes on under another sign-in. */
    void passOn(Authentication before, Authentication renewed) {
        var given = proofs.getIfPresent(before);
        if (given != null) {
            proofs.put(renewed, given);
        }
    }

    boolean isFresh() {
        var given = proofs.getIfPresent(current());
        return given != null && !given.plus(last).isBefore(clock.instant());
    }

    private static Authentication current() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
