package io.plumbline.patients;

/** The kind of an alert. */
public enum AlertKind {
    OIL_ALLERGY("Allergy to oils", true, false),
    LATEX_ALLERGY("Latex allergy", true, false),
    PREGNANCY("Pregnant", true, true),
    BLOOD_THINNERS("Takes blood thinners", true, true),
    IMPLANT("Implant", true, true),
    AREA("Area not to touch", true, true),
    PREFERENCE("Preference", false, false),
    OTHER("Other", false, false);

    private final String label;
    private final boolean warning;
    private final boolean clinical;

    AlertKind(String label, boolean warning, boolean clinical) {
        this.label = label;
        this.warning = warning;
        this.clinical = clinical;
    }

    public String label() {
        return label;
    }

    /** Returns whether the alert restricts what may be done to the patient. */
    boolean isWarning() {
        return warning;
    }

    /** Returns the usual audience of the kind. */
    public AlertAudience usualAudience() {
        return clinical ? AlertAudience.CLINICIANS : AlertAudience.EVERYBODY;
    }

    /** Returns an alert of this kind in one line. */
    public String sentence(String words) {
        if (words.isEmpty()) {
            return label;
        }
        return this == OTHER || this == PREFERENCE ? words : label + ": " + words;
    }

    /** Returns whether an alert of this kind may apply to regions of the body alone. */
    public boolean mayHaveRegions() {
        return this == AREA || this == IMPLANT;
    }

    /** Returns whether the kind needs no further text. */
    public boolean speaksForItself() {
        return this != AREA && this != PREFERENCE && this != OTHER;
    }
}
