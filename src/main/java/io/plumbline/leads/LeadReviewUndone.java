package io.plumbline.leads;

import java.util.UUID;

/** Who decided the clinical review of a lead took the decision back. */
public record LeadReviewUndone(LeadId lead) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.review-undone";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
