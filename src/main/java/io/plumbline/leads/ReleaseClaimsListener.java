package io.plumbline.leads;

import io.plumbline.access.accounts.AccountEvent;
import io.plumbline.access.signin.SignInEvent;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Releases the claims of staff who signed out or whose account was deactivated, in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReleaseClaimsListener {
    private final Leads leads;
    private final Clock clock;

    ReleaseClaimsListener(Leads leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @EventListener
    void on(AccountEvent.Deactivated event) {
        giveBack(event.account(), CurrentUser.current().staff());
    }

    @EventListener
    void on(SignInEvent.SignedOut event) {
        giveBack(event.actor(), event.actor());
    }

    private void giveBack(StaffId claimer, StaffId by) {
        var now = clock.instant();
        for (var id : leads.claimedBy(claimer, now)) {
            // a lead that a colleague changes at this moment must not make the sign-out fail
            leads.lock(id);
            leads.findById(id).filter(lead -> lead.isClaimedBy(claimer)).ifPresent(lead -> {
                lead.release(by, now);
                leads.save(lead);
            });
        }
    }
}
