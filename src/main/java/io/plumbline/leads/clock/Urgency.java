package io.plumbline.leads.clock;

/** The urgency of an open lead, most urgent first. */
public enum Urgency {
    OVERDUE("Overdue"),
    CALLABLE("Callable now"),
    LATER("Later");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
