package io.plumbline.records.incidents;

/** What the assessment of an incident came to. */
public enum IncidentDecision {
    BREACH("A breach: the affected patients are told"),
    NO_BREACH("No breach");

    private final String label;

    IncidentDecision(String label) {
        this.label = label;
    }

    /** Returns the decision in words. */
    public String label() {
        return label;
    }
}
