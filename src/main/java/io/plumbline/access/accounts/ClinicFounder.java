package io.plumbline.access.accounts;

import io.plumbline.access.signin.RunningSession;
import io.plumbline.clinics.ClinicEvent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a newly created clinic to its creator's account: in the database in the same transaction, in the creator's
 * session after the commit.
 */
@Component
class ClinicFounder {
    private final StaffAccounts accounts;
    private final ClinicService clinics;
    private final RunningSession session;

    ClinicFounder(StaffAccounts accounts, ClinicService clinics, RunningSession session) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.session = session;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClinicEvent.Created event) {
        if (CurrentUser.current().has(Role.SYSTEM)) {
            return;
        }
        var account = accounts.findById(CurrentUser.current().staff().value()).orElseThrow();
        account.worksAt(event.clinic());
        accounts.save(account);
        session.continueAs(account.currentUser(clinics.countryOf(account.clinics(), event.country())));
    }
}
