package io.plumbline.access.breakglass;

/** What a reviewer decides about break-glass access. */
public enum BreakGlassDecision {
    JUSTIFIED("Justified"),
    NOT_JUSTIFIED("Not justified");

    private final String label;

    BreakGlassDecision(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
