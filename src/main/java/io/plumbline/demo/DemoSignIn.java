package io.plumbline.demo;

import io.plumbline.access.IdentityService;
import io.plumbline.shared.StoryClock;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Lets the demo people do their own work: each signs in with the known password, once, so no rule is passed by. */
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

    /** Does something as one of them. */
    void as(String username, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var person = signedIn.computeIfAbsent(
                username,
                name -> authentication.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(name, DemoAccounts.passwordOf(name))));
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        try {
            work.run();
            // as between two requests: what is remembered of all the work before would be compared at each flush
            entities.flush();
            entities.clear();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The same as it was done at an instant of the past. A clock that cannot go there tells its own time. */
    void as(String username, Instant then, Runnable work) {
        var now = clock.instant();
        if (clock instanceof StoryClock story && then.isBefore(now)) {
            story.at(then, () -> as(username, work));
        } else {
            as(username, work);
        }
    }

    /** Gives the password of somebody who signs: the one proof holds for all that they signed before. */
    void prove(String username) {
        as(username, () -> identity.prove(DemoAccounts.passwordOf(username)));
    }

    /** Signs everybody out. */
    void end() {
        signedIn.clear();
    }
}
