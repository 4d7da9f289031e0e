package io.plumbline.exercises;

/** The level of an exercise, as far as its source states one. */
public enum ExerciseLevel {
    LIGHT("Light"),
    BEGINNER("For beginners"),
    ADVANCED("Advanced");

    private final String label;

    ExerciseLevel(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
