package io.plumbline.answers;

/** The kind of term that an answer mentions. */
public enum MentionKind {
    EXERCISE("Exercises"),
    MODALITY("Modalities"),
    AREA("Muscles and areas"),
    CAUTION("Cautions"),
    DOSE("Doses");

    private final String words;

    MentionKind(String words) {
        this.words = words;
    }

    /** Returns the heading shown on screen. */
    public String words() {
        return words;
    }
}
