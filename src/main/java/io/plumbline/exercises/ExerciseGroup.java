package io.plumbline.exercises;

/** What an exercise is mainly for. */
public enum ExerciseGroup {
    CORE("Core"),
    GLUTES("Glutes"),
    STABILITY("Stability"),
    EXTENSION("Extension"),
    FLEXION("Flexion"),
    ABDOMINALS("Abdominals"),
    OBLIQUES("Obliques"),
    HAMSTRINGS("Hamstrings"),
    COMPOUND("Compound lift"),
    RELIEF("Relief"),
    STRETCH("Stretch"),
    MOBILITY("Mobility"),
    HABIT("Habit");

    private final String word;

    ExerciseGroup(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
