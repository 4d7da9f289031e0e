package io.plumbline.leads;

/** How a call to a lead ended. */
public enum CallOutcome {
    REACHED("Reached"),
    NO_ANSWER("No answer"),
    VOICEMAIL("Voicemail"),
    WRONG_NUMBER("Wrong number"),
    NOT_INTERESTED("Not interested");

    private final String word;

    CallOutcome(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
