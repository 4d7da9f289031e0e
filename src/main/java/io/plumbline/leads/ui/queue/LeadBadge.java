package io.plumbline.leads.ui.queue;

import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

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
}
