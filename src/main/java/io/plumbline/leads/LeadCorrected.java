package io.plumbline.leads;

import java.util.List;
import java.util.UUID;

/** What a lead says was corrected. */
public record LeadCorrected(LeadId lead, List<String> fields, long revision) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.corrected";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
    }
}
