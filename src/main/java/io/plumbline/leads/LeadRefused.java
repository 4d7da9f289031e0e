package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for a lead that is in no queue of theirs, or that does not exist: the answer is the same. */
public record LeadRefused(LeadId lead) implements Recorded {
    @Override
    public String kind() {
        return "lead.refused";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
