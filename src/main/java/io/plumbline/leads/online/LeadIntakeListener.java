package io.plumbline.leads.online;

import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.LeadStatus;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.shared.ids.LeadId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws the links of a lead that is lost or spam. */
@Component
class LeadIntakeListener {
    private final LeadLinks links;

    LeadIntakeListener(LeadLinks links) {
        this.links = links;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.StatusChanged event) {
        closeIf(event.lead(), event.to());
    }

    /** Follows an undo that closes a lead again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Undone event) {
        closeIf(event.lead(), event.to());
    }

    private void closeIf(LeadId lead, LeadStatus now) {
        if (now == LeadStatus.LOST || now == LeadStatus.SPAM) {
            links.close(lead);
        }
    }
}
