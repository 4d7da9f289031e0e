package io.plumbline.leads.queue;

/** Filters of the queue of open leads. */
public enum LeadQueueFilter {
    EVERYONE("Everyone"),
    /** Leads claimed by the current user. */
    MINE("Mine"),
    /** Leads that anybody may claim: unclaimed, and not in clinical review. */
    UNCLAIMED("Unclaimed"),
    CLINICAL_REVIEW("Clinical review");

    private final String label;

    LeadQueueFilter(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
