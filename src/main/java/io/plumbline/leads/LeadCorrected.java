package io.plumbline.leads;

import java.util.UUID;

/** What a lead says was corrected. */
public record LeadCorrected(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.corrected";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
