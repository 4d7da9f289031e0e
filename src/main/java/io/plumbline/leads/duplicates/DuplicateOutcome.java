package io.plumbline.leads.duplicates;

/** How a pair of duplicate candidates was settled. */
public enum DuplicateOutcome {
    MERGED("Merged"),
    CONVERTED("Converted to this patient"),
    DIFFERENT("Not the same person");

    private final String label;

    DuplicateOutcome(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
