package io.plumbline.leads;

/** How far a lead may come, in the order of the funnel; a step once reached stays reached. */
public enum FunnelStep {
    RECEIVED("Received", "id"),
    CONTACTED("Contacted", "contacted_at"),
    BOOKED("Booked", "booked_at"),
    HELD("Held", "held_at"),
    CONVERTED("Converted", "converted_at");

    private final String word;
    private final String column;

    FunnelStep(String word, String column) {
        this.word = word;
        this.column = column;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** The column of a lead that has a value once the step is reached. */
    String column() {
        return column;
    }
}
