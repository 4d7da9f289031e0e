package io.plumbline.access.breakglass;

/** Which break-glass access a list shows. */
public enum BreakGlassFilter {
    /** Not reviewed yet, the one that is due first on top. */
    TO_REVIEW("To review"),
    /** Not reviewed in time. */
    OVERDUE("Overdue"),
    NOT_JUSTIFIED("Not justified"),
    ALL("All");

    private final String label;

    BreakGlassFilter(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
