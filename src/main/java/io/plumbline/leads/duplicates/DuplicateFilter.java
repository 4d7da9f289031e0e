package io.plumbline.leads.duplicates;

/** Filters of the list of possible duplicates. */
public enum DuplicateFilter {
    OPEN("Open"),
    SETTLED("Resolved");

    private final String label;

    DuplicateFilter(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
