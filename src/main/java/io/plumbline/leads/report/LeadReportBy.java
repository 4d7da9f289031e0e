package io.plumbline.leads.report;

/** How the report groups leads. */
public enum LeadReportBy {
    SOURCE("Source"),
    CLINIC("Clinic"),
    CALLER("CurrentUser"),
    WEEK("Week");

    private final String label;

    LeadReportBy(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
