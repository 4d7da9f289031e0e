package io.plumbline.practitioners.credentials;

/** The kind of a credential. */
public enum CredentialKind {
    LICENCE("License", true),
    CERTIFICATION("Certification", true),
    INSURANCE("Liability insurance", false),
    FIRST_AID("First aid", false),
    OTHER("Other", false);

    private final String label;
    private final boolean entitles;

    CredentialKind(String label, boolean entitles) {
        this.label = label;
        this.entitles = entitles;
    }

    public String label() {
        return label;
    }

    /**
     * Returns whether the kind makes a practitioner eligible to treat in a discipline; the others are only monitored.
     */
    public boolean entitles() {
        return entitles;
    }
}
