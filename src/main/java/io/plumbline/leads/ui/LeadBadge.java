package io.plumbline.leads.ui;

import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Routes;
import org.springframework.stereotype.Component;

@Component
class LeadBadge implements NavBadge {
    private final LeadService leads;

    LeadBadge(LeadService leads) {
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
