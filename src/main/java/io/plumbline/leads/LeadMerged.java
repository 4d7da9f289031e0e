package io.plumbline.leads;

import java.util.UUID;

/** A lead is read under another of the same person. */
public record LeadMerged(LeadId lead, LeadId kept) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.merged";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public String detail() {
        return "into " + kept;
    }
}
