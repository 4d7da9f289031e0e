package io.plumbline.access.signin;

import io.plumbline.shared.Caller;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Continues the caller's session with what has changed in their account, without another sign-in. */
@Component
public class RunningSession {
    private final IdentityProofs proofs;

    RunningSession(IdentityProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * Continues the session as the changed caller after the commit of the current transaction. The security context
     * belongs to the session, so the change applies to all its screens.
     *
     * @param changed the same person with the same roles
     */
    public void continueAs(Caller changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                renew(changed);
            }
        });
    }

    /**
     * Continues the session with the caller's new password after the commit of the current transaction; other sessions of
     * the caller end.
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

    /** Notes that the caller has just proved to the provider of single sign-on who they are. */
    public void provedByProvider() {
        proofs.given();
    }

    private void renew(Caller changed) {
        var context = SecurityContextHolder.getContext();
        var before = Objects.requireNonNull(context.getAuthentication());
        var renewed = UsernamePasswordAuthenticationToken.authenticated(changed, null, before.getAuthorities());
        renewed.setDetails(before.getDetails());
        proofs.passOn(before, renewed);
        context.setAuthentication(renewed);
    }
}
