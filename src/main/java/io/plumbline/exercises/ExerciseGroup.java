package io.plumbline.exercises;

/** The main purpose of an exercise. */
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

    private final String label;

    ExerciseGroup(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
