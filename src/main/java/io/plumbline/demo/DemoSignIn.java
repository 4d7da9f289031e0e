package io.plumbline.demo;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Lets the demo people do their own work: each signs in with the known password, so no rule is passed by. */
@Component
class DemoSignIn {
    private final AuthenticationManager authentication;

    DemoSignIn(AuthenticationManager authentication) {
        this.authentication = authentication;
    }

    void as(String username, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var person = authentication.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(username, DemoAccounts.passwordOf(username)));
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
