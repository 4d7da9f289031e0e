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

    /** Whether the call, merge or reopening that led there says so too. */
    boolean isToldElsewhere() {
        return to == LeadStatus.MERGED
                || from == LeadStatus.MERGED
                || to == LeadStatus.NEW && (from == LeadStatus.LOST || from == LeadStatus.SPAM)
                || isToldByACall();
    }

    private boolean isToldByACall() {
        return to == LeadStatus.CONTACTED && !from.isInTouch()
                || to == LeadStatus.ATTEMPTING && from != LeadStatus.NURTURE;
    }

    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
