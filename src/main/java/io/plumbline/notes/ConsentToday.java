package io.plumbline.notes;

/** Whether the patient agreed to be treated today. */
public enum ConsentToday {
    GIVEN("Given"),
    NOT_GIVEN("Not given");

    private final String word;

    ConsentToday(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
