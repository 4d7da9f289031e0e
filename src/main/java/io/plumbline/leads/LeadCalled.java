package io.plumbline.leads;

import java.util.UUID;

/** Somebody called a lead, whatever came of it. */
public record LeadCalled(LeadId lead, CallOutcome outcome) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.called";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public String detail() {
        return "outcome " + outcome;
    }
}
