package io.plumbline.safety;

/** The answer to a question of the red-flag screen. Not asked is not no. */
public enum ScreeningAnswer {
    YES("Yes"),
    NO("No"),
    NOT_ASKED("Not asked");

    private final String word;

    ScreeningAnswer(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
