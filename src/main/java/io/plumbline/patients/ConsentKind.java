package io.plumbline.patients;

/** The kind of a consent. */
public enum ConsentKind {
    /** Agreed to at the visit, once the practitioner has explained the treatment. */
    TREATMENT("Treatment"),
    DATA_PROTECTION("Data protection"),
    CONTACT("Contact"),
    PHOTO("Photographs"),
    TEACHING("Teaching");

    private final String label;

    ConsentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether patients can agree before the visit, in an online intake. */
    public boolean isAskedOnline() {
        return this != TREATMENT;
    }
}
