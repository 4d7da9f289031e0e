package io.plumbline.leads;

import io.plumbline.access.AccountSwitchedOff;
import io.plumbline.access.SignedOut;
import io.plumbline.shared.Caller;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what somebody had claimed who signs out or whose account is switched off, in the same transaction. */
@Component
class ClaimsOfTheGone {
    private final Leads leads;
    private final Clock clock;

    ClaimsOfTheGone(Leads leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountSwitchedOff event) {
        giveBack(event.account(), Caller.current().staff());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SignedOut event) {
        giveBack(event.actor(), event.actor());
    }

    private void giveBack(StaffId claimer, StaffId by) {
        var now = clock.instant();
        for (var id : leads.claimedBy(claimer, now)) {
            // a colleague who changes it at this moment must not keep anybody from signing out
            leads.lock(id);
            leads.findById(id).filter(lead -> lead.isClaimedBy(claimer)).ifPresent(lead -> {
                lead.release(by, now);
                leads.save(lead);
            });
        }
    }
}
