package io.plumbline.leads;

import java.util.UUID;

/** Somebody took a lead to call it. */
public record LeadClaimed(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.claimed";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
