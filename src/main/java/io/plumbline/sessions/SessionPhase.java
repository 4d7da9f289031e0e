package io.plumbline.sessions;

/** The part of a massage session, in the order of the steps that the clinic page names. */
public enum SessionPhase {
    BROAD_STROKES("Broad strokes"),
    DEEPER_PRESSURE("Deeper pressure"),
    RELEASE("Release at hips and glutes"),
    CALMING("Calming strokes");

    private final String label;

    SessionPhase(String label) {
        this.label = label;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }
}
