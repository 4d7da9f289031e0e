package io.plumbline.sessions;

/** The patient's response to treatment. */
public enum Response {
    BETTER("Better"),
    SAME("Same"),
    WORSE("Worse");

    private final String label;

    Response(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
