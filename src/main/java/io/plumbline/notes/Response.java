package io.plumbline.notes;

/** How the patient responded to the treatment. */
public enum Response {
    BETTER("Better"),
    SAME("Same"),
    WORSE("Worse");

    private final String word;

    Response(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
