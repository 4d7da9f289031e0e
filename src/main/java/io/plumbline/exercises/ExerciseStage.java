package io.plumbline.exercises;

/** When an exercise may be prescribed: heavy compound lifts only after weeks of easier work. */
public enum ExerciseStage {
    START("From the start"),
    COMPOUND("After weeks of easier work");

    private final String label;

    ExerciseStage(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
