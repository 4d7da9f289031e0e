package io.plumbline.audit.anomalies;

/** What was decided on an anomaly. The names are stored. */
public enum AnomalyState {
    /** Nobody has decided. */
    OPEN("To decide"),
    /** There was a reason for the access. */
    JUSTIFIED("Justified"),
    /** There was no reason for the access. */
    NOT_JUSTIFIED("Not justified");

    private final String words;

    AnomalyState(String words) {
        this.words = words;
    }

    /** Returns the state as the screen names it. */
    public String words() {
        return words;
    }
}
