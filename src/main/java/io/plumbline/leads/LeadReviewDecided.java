package io.plumbline.leads;

import java.util.UUID;

/** A chiropractor decided what becomes of a lead in clinical review. The reason is clinical: the trail does not have it. */
public record LeadReviewDecided(LeadId lead, ReviewOutcome outcome) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.review-decided";
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
