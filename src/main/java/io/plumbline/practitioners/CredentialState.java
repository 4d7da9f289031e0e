package io.plumbline.practitioners;

/** Where a credential stands on a day. */
public enum CredentialState {
    UNVERIFIED("Unverified"),
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
