package io.plumbline.leads;

/** By what the leads of a report are put side by side. */
public enum LeadReportBy {
    SOURCE("Source"),
    CLINIC("Clinic"),
    CALLER("Caller"),
    WEEK("Week");

    private final String word;

    LeadReportBy(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
