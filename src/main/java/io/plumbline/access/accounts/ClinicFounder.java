package io.plumbline.access.accounts;

import io.plumbline.access.signin.IdentityProofs;
import io.plumbline.clinics.ClinicEvent;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds a newly created clinic to its creator's account: in the database in the same transaction, in the creator's
 * session after the commit.
 */
@Component
class ClinicFounder {
    private final StaffAccounts accounts;
    private final IdentityProofs proofs;

    ClinicFounder(StaffAccounts accounts, IdentityProofs proofs) {
        this.accounts = accounts;
        this.proofs = proofs;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClinicEvent.Created event) {
        if (Caller.current().has(Role.SYSTEM)) {
            return;
        }
        var account = accounts.findById(Caller.current().staff().value()).orElseThrow();
        account.worksAt(event.clinic());
        accounts.save(account);
        var founder = account.caller();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                goOnAs(founder);
            }
        });
    }

    /** The security context belongs to the session, so the change applies to all its screens. */
    private void goOnAs(Caller caller) {
        var context = SecurityContextHolder.getContext();
        var before = Objects.requireNonNull(context.getAuthentication());
        // another clinic, the same roles
        var renewed = UsernamePasswordAuthenticationToken.authenticated(caller, null, before.getAuthorities());
        renewed.setDetails(before.getDetails());
        proofs.passOn(before, renewed);
        context.setAuthentication(renewed);
    }
}
