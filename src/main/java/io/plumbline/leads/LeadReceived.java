package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for a consultation. */
public record LeadReceived(LeadId lead) implements Recorded {
    @Override
    public String kind() {
        return "lead.received";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
