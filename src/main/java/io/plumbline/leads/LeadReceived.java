package io.plumbline.leads;

import java.util.UUID;

/** Somebody asked for a consultation. */
public record LeadReceived(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.received";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
