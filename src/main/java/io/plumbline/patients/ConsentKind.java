package io.plumbline.patients;

/** What a patient agrees to. */
public enum ConsentKind {
    TREATMENT("Treatment"),
    DATA_PROTECTION("Data protection"),
    CONTACT("Being contacted"),
    PHOTO("Photographs"),
    TEACHING("Teaching");

    private final String word;

    ConsentKind(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
