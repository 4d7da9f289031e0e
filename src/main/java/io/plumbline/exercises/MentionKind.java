package io.plumbline.exercises;

/** What kind of thing an answer names. */
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

    /** The words that the screen shows above them. */
    public String words() {
        return words;
    }
}
