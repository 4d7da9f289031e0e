package io.plumbline.access.signin;

import io.plumbline.shared.CurrentUser;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Continues the current user's session with what has changed in their account, without another sign-in. */
@Component
public class RunningSession {
    private final IdentityProofs proofs;

    RunningSession(IdentityProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * Continues the session as the changed current user after the commit of the current transaction. The security context
     * belongs to the session, so the change applies to all its screens.
     *
     * @param changed the same person with the same roles
     */
    public void continueAs(CurrentUser changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                renew(changed);
            }
        });
    }

    /**
     * Continues the session with the current user's new password after the commit of the current transaction; other sessions of
     * the current user end.
     */
    public void continueWith(PasswordInUse changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var signedIn = SecurityContextHolder.getContext().getAuthentication();
                if (signedIn instanceof AbstractAuthenticationToken token
                        && token.getDetails() instanceof SignInDetails before) {
                    token.setDetails(new SignInDetails(changed, before.notice(), before.provider()));
                }
            }
        });
    }

    /** Notes that the current user has just proved to the provider of single sign-on who they are. */
    public void provedByProvider() {
        proofs.given();
    }

    private void renew(CurrentUser changed) {
        var context = SecurityContextHolder.getContext();
        var before = Objects.requireNonNull(context.getAuthentication());
        var renewed = UsernamePasswordAuthenticationToken.authenticated(changed, null, before.getAuthorities());
        renewed.setDetails(before.getDetails());
        proofs.passOn(before, renewed);
        context.setAuthentication(renewed);
    }
}
