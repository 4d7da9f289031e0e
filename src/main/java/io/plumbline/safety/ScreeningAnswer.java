package io.plumbline.safety;

/** The answer to a question of the red-flag screen. A missing answer is not a no. */
public enum ScreeningAnswer {
    YES("Yes"),
    NO("No"),
    NOT_ASKED("Not asked");

    private final String label;

    ScreeningAnswer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
