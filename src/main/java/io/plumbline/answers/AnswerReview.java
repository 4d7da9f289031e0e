package io.plumbline.answers;

/** The clinic's review of an opinion. Approved means that it may be shown to patients, not that it is true. */
public enum AnswerReview {
    NEW("New"),
    APPROVED("Approved"),
    SET_ASIDE("Rejected");

    private final String label;

    AnswerReview(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }

    boolean canBecome(AnswerReview next) {
        return this != next;
    }
}
