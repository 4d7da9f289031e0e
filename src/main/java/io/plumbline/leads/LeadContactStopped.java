package io.plumbline.leads;

import java.util.UUID;

/** A person asked not to be contacted any more. */
public record LeadContactStopped(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.contact-stopped";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
