package io.plumbline.leads;

import java.util.UUID;

/** Somebody who was not to be contacted any more asked for a consultation again. */
public record LeadContactStopLifted(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.contact-stop-lifted";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
