package io.plumbline.leads.list;

/** The steps of the lead funnel, in order; a step once reached stays reached. */
public enum FunnelStep {
    RECEIVED("Received", "id"),
    CONTACTED("Contacted", "contacted_at"),
    BOOKED("Booked", "booked_at"),
    HELD("Held", "held_at"),
    CONVERTED("Converted", "converted_at");

    private final String label;
    private final String column;

    FunnelStep(String label, String column) {
        this.label = label;
        this.column = column;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }

    /** Returns the column that has a value once the step is reached. */
    String column() {
        return column;
    }
}
