package io.plumbline.leads;

import java.util.UUID;

/** The promise to a lead has passed, and the managers of its queue are told; once for a lead. */
public record LeadEscalated(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.escalated";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
