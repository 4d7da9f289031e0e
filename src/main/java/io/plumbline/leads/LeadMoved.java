package io.plumbline.leads;

import java.util.UUID;

/** A lead went on to another status. */
public record LeadMoved(LeadId lead, LeadStatus from, LeadStatus to) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.moved";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    /** Whether the call that led there says so too. */
    boolean isToldByACall() {
        return to == LeadStatus.CONTACTED && !from.isInTouch()
                || to == LeadStatus.ATTEMPTING && from != LeadStatus.NURTURE;
    }

    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
