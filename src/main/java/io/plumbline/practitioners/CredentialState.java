package io.plumbline.practitioners;

/** Where a credential stands on a day, and, of a practitioner, that none is on record. */
public enum CredentialState {
    NONE("No credential"),
    UNVERIFIED("Unverified"),
    NOT_BEGUN("Begins later"),
    VALID("Valid"),
    EXPIRING("Expiring"),
    EXPIRED("Expired"),
    REVOKED("Revoked");

    private final String word;

    CredentialState(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
