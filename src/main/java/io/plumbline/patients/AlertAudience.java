package io.plumbline.patients;

/** Who may read an alert. */
public enum AlertAudience {
    EVERYBODY("Everyone with access to the patient"),
    CLINICIANS("Clinicians only");

    private final String label;

    AlertAudience(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
