package io.plumbline.patients;

/** Who may read an alert. */
public enum AlertAudience {
    EVERYBODY("Everyone with access to the patient"),
    CLINICIANS("Clinicians only");

    private final String label;

    AlertAudience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
