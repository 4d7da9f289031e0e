package io.plumbline.access.signin;

import io.plumbline.shared.CurrentUser;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records every sign-in, refused sign-in and sign-out in the audit trail. */
@Component
class SignInListener {
    private final UserDetailsService users;
    private final ApplicationEventPublisher events;

    SignInListener(UserDetailsService users, ApplicationEventPublisher events) {
        this.users = users;
        this.events = events;
    }

    @EventListener
    @Transactional
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof CurrentUser user) {
            events.publishEvent(new SignInEvent.SignedIn(user.staff()));
        }
    }

    /** Records at most as many entries as the limits of the sign-in page allow attempts. */
    @EventListener
    @Transactional
    void on(AbstractAuthenticationFailureEvent event) {
        var tried = event.getAuthentication();
        var why =
                switch (event.getException()) {
                    case DisabledException off -> "account switched off";
                    case PasswordNotLookedAt busy -> "password not looked at, too many at once";
                    case PasskeyRefused refused -> refused.why();
                    case ProviderRefused refused -> refused.why();
                    default -> "wrong password";
                };
        events.publishEvent(findAccount(tried.getName())
                .map(account -> new SignInEvent.Refused(
                        account.staff(), "account " + account.username() + ", " + why + from(tried)))
                .orElseGet(() -> new SignInEvent.Refused(
                        null,
                        switch (event.getException()) {
                                    case PasskeyRefused refused -> refused.why();
                                    case ProviderRefused refused -> refused.why();
                                    default -> "no such account";
                                }
                                + from(tried))));
    }

    private Optional<CurrentUser> findAccount(String username) {
        try {
            return Optional.of(((StaffUser) users.loadUserByUsername(username)).currentUser());
        } catch (UsernameNotFoundException noSuchAccount) {
            return Optional.empty();
        }
    }

    @EventListener
    @Transactional
    void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof CurrentUser user) {
            events.publishEvent(new SignInEvent.SignedOut(user.staff()));
        }
    }

    private static String from(Authentication tried) {
        return tried.getDetails() instanceof WebAuthenticationDetails details
                ? ", from " + details.getRemoteAddress()
                : "";
    }
}
