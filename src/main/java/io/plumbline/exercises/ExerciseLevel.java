package io.plumbline.exercises;

/** For whom an exercise is, as far as its source says. */
public enum ExerciseLevel {
    LIGHT("Light"),
    BEGINNER("For beginners"),
    ADVANCED("Advanced");

    private final String word;

    ExerciseLevel(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
