package io.plumbline.exercises;

/** When an exercise may be given: heavy compound lifts open later, after weeks of easier work. */
public enum ExerciseStage {
    START("From the start"),
    COMPOUND("After weeks of easier work");

    private final String word;

    ExerciseStage(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
