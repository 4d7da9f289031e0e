package io.plumbline.measures;

/** Whether a score counts. A score that does not is kept and stays readable. */
public enum ScoreStatus {
    FINAL("Final"),
    CORRECTED("Corrected"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    ScoreStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
