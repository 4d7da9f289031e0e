package io.plumbline.leads;

import io.plumbline.access.AccountSwitchedOff;
import io.plumbline.shared.Caller;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what somebody had claimed whose account is switched off, in the same transaction. */
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
        var now = clock.instant();
        for (var lead : leads.claimedBy(event.account(), now)) {
            lead.release(Caller.current().staff(), now);
            leads.save(lead);
        }
    }
}
