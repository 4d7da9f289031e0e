package io.plumbline.shared;

/** Whose a prepared text is: a phrase or a note template. */
public enum PreparedTextScope {
    /** Of one clinician, who alone sees it. A phrase wins over one of the clinics with the same code. */
    OWN("Mine"),
    /** For all clinicians of the clinics. */
    CLINICS("Shared");

    private final String label;

    PreparedTextScope(String label) {
        this.label = label;
    }

    /** Returns the name on the screen. */
    public String label() {
        return label;
    }
}
