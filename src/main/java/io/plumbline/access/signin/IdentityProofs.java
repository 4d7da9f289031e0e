package io.plumbline.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps when each session last proved its user's identity. A restart clears it, and the proof is requested again. */
@Component
class IdentityProofs {
    private final Duration last;
    private final Clock clock;

    /** Keyed by the authentication, not the person: a second session needs its own proof. */
    private final Cache<Authentication, Instant> proofs =
            Caffeine.newBuilder().weakKeys().build();

    /** Proofs by the signing PIN, which count for signatures only. */
    private final Cache<Authentication, Instant> toSign =
            Caffeine.newBuilder().weakKeys().build();

    IdentityProofs(@Value("${plumbline.proof.lasts}") Duration last, Clock clock) {
        this.last = last;
        this.clock = clock;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        var person = signedIn.getAuthentication();
        var now = clock.instant();
        var provider = ProviderSession.of(person);
        if (provider.isEmpty()) {
            proofs.put(person, now);
            return;
        }
        // whoever had signed in to the provider long before has proved nothing now
        var at = provider.get().provedAt();
        if (at != null) {
            proofs.put(person, at.isAfter(now) ? now : at);
        }
    }

    void given() {
        proofs.put(current(), clock.instant());
    }

    void givenToSign() {
        toSign.put(current(), clock.instant());
    }

    /** Transfers the proof to the new authentication of the same session. */
    void passOn(Authentication before, Authentication renewed) {
        var given = proofs.getIfPresent(before);
        if (given != null) {
            proofs.put(renewed, given);
        }
        var givenToSign = toSign.getIfPresent(before);
        if (givenToSign != null) {
            toSign.put(renewed, givenToSign);
        }
    }

    boolean isFresh() {
        return isFresh(proofs.getIfPresent(current()));
    }

    boolean isFreshToSign() {
        return isFresh(toSign.getIfPresent(current()));
    }

    private boolean isFresh(@Nullable Instant given) {
        return given != null && !given.plus(last).isBefore(clock.instant());
    }

    private static Authentication current() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
