package io.plumbline.leads;

import java.util.UUID;

/** A lead was opened again that was given up or put aside. The reason may tell of a person: the trail does not have it. */
public record LeadReopened(LeadId lead, String reason) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.reopened";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
