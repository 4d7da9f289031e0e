package io.plumbline.leads.online;

import io.plumbline.leads.LeadEmailChanged;
import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.LeadStatus;
import io.plumbline.onlineintake.AddressNotice;
import io.plumbline.onlineintake.KnownAddress;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.shared.ids.LeadId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws the links of a lead that is lost or spam, and tells an e-mail address that it was changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeadIntakeListener {
    private final LeadLinks links;
    private final AddressNotice notice;

    LeadIntakeListener(LeadLinks links, AddressNotice notice) {
        this.links = links;
        this.notice = notice;
    }

    @EventListener
    void on(LeadEmailChanged event) {
        var clinic = event.clinic();
        notice.write(
                event.lead().value(),
                new KnownAddress(event.earlier(), event.recordedAt()),
                event.language(),
                clinic == null ? List.of() : List.of(clinic));
    }

    @EventListener
    void on(LeadEvent.StatusChanged event) {
        closeIf(event.lead(), event.to());
    }

    /** Follows an undo that closes a lead again. */
    @EventListener
    void on(LeadEvent.Undone event) {
        closeIf(event.lead(), event.to());
    }

    private void closeIf(LeadId lead, LeadStatus now) {
        if (now == LeadStatus.LOST || now == LeadStatus.SPAM) {
            links.close(lead);
        }
    }
}
