package io.plumbline.practitioners;

/** What a credential is. */
public enum CredentialKind {
    LICENCE("Licence", true),
    CERTIFICATION("Certification", true),
    INSURANCE("Liability insurance", false),
    FIRST_AID("First aid", false),
    OTHER("Other", false);

    private final String word;
    private final boolean entitles;

    CredentialKind(String word, boolean entitles) {
        this.word = word;
        this.entitles = entitles;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether it is what allows somebody to treat in a discipline; the others are watched only. */
    public boolean entitles() {
        return entitles;
    }
}
