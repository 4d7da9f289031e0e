package io.plumbline.leads;

import java.util.UUID;

/** A chiropractor looks after a lead in clinical review. */
public record LeadReviewTaken(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.review-taken";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
