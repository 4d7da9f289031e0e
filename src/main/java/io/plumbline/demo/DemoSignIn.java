package io.plumbline.demo;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.DemoClock;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Runs actions as the demo users. Each signs in once with the known password, so that all rules apply. */
@Component
class DemoSignIn {
    private final AuthenticationManager authentication;
    private final IdentityService identity;
    private final EntityManager entities;
    private final Clock clock;
    private final Map<String, Authentication> signedIn = new HashMap<>();

    DemoSignIn(AuthenticationManager authentication, IdentityService identity, EntityManager entities, Clock clock) {
        this.authentication = authentication;
        this.identity = identity;
        this.entities = entities;
        this.clock = clock;
    }

    /** Runs an action as a user. */
    void as(String username, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var person = signedIn.computeIfAbsent(
                username,
                name -> authentication.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(name, DemoAccounts.passwordOf(name))));
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        try {
            work.run();
            // as between two requests: otherwise each flush would compare all entities loaded so far
            entities.flush();
            entities.clear();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs an action as a user at an instant in the past; a clock that cannot be set back uses the current time. */
    void as(String username, Instant then, Runnable work) {
        var now = clock.instant();
        if (clock instanceof DemoClock story && then.isBefore(now)) {
            story.at(then, () -> as(username, work));
        } else {
            as(username, work);
        }
    }

    /** Runs an action as a user, and returns its result. */
    <T> T call(String username, Supplier<T> work) {
        return call(username, clock.instant(), work);
    }

    /** Runs an action as a user at an instant in the past, as above, and returns its result. */
    <T> T call(String username, Instant then, Supplier<T> work) {
        var result = new AtomicReference<@Nullable T>();
        as(username, then, () -> result.set(work.get()));
        return Objects.requireNonNull(result.get());
    }

    /**
     * Enters the password of a user who signs records. The one proof covers everything signed at earlier demo times.
     */
    void prove(String username) {
        as(username, () -> identity.prove(DemoAccounts.passwordOf(username)));
    }

    /** Signs out all users. */
    void end() {
        signedIn.clear();
    }
}
