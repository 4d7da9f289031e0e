package io.plumbline.patients;

/** Who may read an alert. */
public enum AlertAudience {
    EVERYBODY("Everybody who sees the patient"),
    CLINICIANS("Only those who treat");

    private final String label;

    AlertAudience(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
