package io.plumbline.phrases;

/** Whose a phrase is. */
public enum PhraseScope {
    /** Of one clinician; it wins over a phrase of the clinics with the same code. */
    OWN("Mine"),
    /** For all clinicians of the clinics. */
    CLINICS("The clinics'");

    private final String label;

    PhraseScope(String label) {
        this.label = label;
    }

    /** Returns the name on the screen. */
    public String label() {
        return label;
    }
}
