package io.plumbline.leads;

import java.util.UUID;

/** The claim of somebody who is gone lapsed before its time. */
public record LeadReleased(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.released";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
