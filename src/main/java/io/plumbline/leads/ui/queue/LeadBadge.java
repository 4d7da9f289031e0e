package io.plumbline.leads.ui.queue;

import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class LeadBadge implements NavBadge {
    private final CallQueueService leads;

    LeadBadge(CallQueueService leads) {
        this.leads = leads;
    }

    @Override
    public String place() {
        return Routes.LEADS;
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(leads.countOverdue(), "Leads past their response target.");
    }

    /** A call, a status or a review changes what is overdue, and what waits for a chiropractor. */
    @TransactionalEventListener
    void on(LeadEvent event) {
        NavBadge.recount();
    }
}
