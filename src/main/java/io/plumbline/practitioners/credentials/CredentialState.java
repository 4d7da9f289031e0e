package io.plumbline.practitioners.credentials;

/** The status of a credential on a day, or that a practitioner has none on record. */
public enum CredentialState {
    NONE("No credential"),
    UNVERIFIED("Unverified"),
    NOT_BEGUN("Not valid yet"),
    VALID("Valid"),
    EXPIRING("Expiring"),
    EXPIRED("Expired"),
    REVOKED("Revoked");

    private final String label;

    CredentialState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
