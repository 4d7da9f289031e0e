package io.plumbline.leads;

import java.util.UUID;

/** A lead is one of its own again. */
public record LeadUnmerged(LeadId lead, LeadId kept) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.unmerged";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public String detail() {
        return "out of " + kept;
    }
}
