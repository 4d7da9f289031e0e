package io.plumbline.exercises;

/** Whether an exercise is given. A retired one is never deleted, since plans and answers name it. */
public enum ExerciseStatus {
    ACTIVE("In use"),
    RETIRED("Retired");

    private final String word;

    ExerciseStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    boolean canBecome(ExerciseStatus next) {
        return switch (this) {
            case ACTIVE -> next == RETIRED;
            case RETIRED -> next == ACTIVE;
        };
    }
}
