package io.plumbline.patients;

/** The kind of a consent. */
public enum ConsentKind {
    TREATMENT("Treatment"),
    DATA_PROTECTION("Data protection"),
    CONTACT("Contact"),
    PHOTO("Photographs"),
    TEACHING("Teaching");

    private final String label;

    ConsentKind(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
