package io.plumbline.patients;

/** What must not be overlooked of a patient. */
public enum AlertKind {
    OIL_ALLERGY("Allergy to oils", true, false),
    LATEX_ALLERGY("Latex allergy", true, false),
    PREGNANCY("Pregnant", true, true),
    BLOOD_THINNERS("Takes blood thinners", true, true),
    IMPLANT("Implant", true, true),
    AREA("Area not to touch", true, true),
    PREFERENCE("Preference", false, false),
    OTHER("Other", false, false);

    private final String word;
    private final boolean warning;
    private final boolean clinical;

    AlertKind(String word, boolean warning, boolean clinical) {
        this.word = word;
        this.warning = warning;
        this.clinical = clinical;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether it changes what may be done to the patient. */
    public boolean isWarning() {
        return warning;
    }

    /** Whom it is usually for. */
    public AlertAudience usualAudience() {
        return clinical ? AlertAudience.CLINICIANS : AlertAudience.EVERYBODY;
    }

    /** Whether it says something without further words. */
    public boolean speaksForItself() {
        return this != AREA && this != PREFERENCE && this != OTHER;
    }
}
