package io.plumbline.notes;

/** Whether the patient consented to treatment today. */
public enum ConsentToday {
    GIVEN("Given"),
    NOT_GIVEN("Not given");

    private final String label;

    ConsentToday(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
