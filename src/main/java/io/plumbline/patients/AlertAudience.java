package io.plumbline.patients;

/** Who reads an alert. */
public enum AlertAudience {
    EVERYBODY("Everybody who sees the patient"),
    CLINICIANS("Only those who treat");

    private final String word;

    AlertAudience(String word) {
        this.word = word;
    }

    /** The words that the screen shows. */
    public String word() {
        return word;
    }
}
