package io.plumbline.exercises;

/** What the clinic makes of an opinion. Approved means that it may be shown to patients, not that it is true. */
public enum AnswerReview {
    NEW("New"),
    APPROVED("Approved"),
    SET_ASIDE("Set aside");

    private final String word;

    AnswerReview(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    boolean canBecome(AnswerReview next) {
        return this != next;
    }
}
