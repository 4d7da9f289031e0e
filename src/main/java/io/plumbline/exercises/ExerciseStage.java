package io.plumbline.exercises;

/** When an exercise may be given: heavy compound lifts open later, after weeks of easier work. */
public enum ExerciseStage {
    START,
    COMPOUND
}
