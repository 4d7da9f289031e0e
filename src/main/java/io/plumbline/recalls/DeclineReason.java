package io.plumbline.recalls;

/** Why a patient does not come any more, in words that are no health data. */
public enum DeclineReason {
    MOVED("Moved away"),
    ELSEWHERE("Goes elsewhere"),
    COST("Too expensive"),
    TIME("No time"),
    UNHAPPY("Was not happy with us"),
    NO_REASON("Gave no reason"),
    OTHER("Another reason");

    private final String label;

    DeclineReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
