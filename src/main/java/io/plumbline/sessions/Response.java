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

    public String label() {
        return label;
    }
}
