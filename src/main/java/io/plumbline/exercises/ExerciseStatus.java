package io.plumbline.exercises;

/** Whether an exercise can be prescribed. A retired one is never deleted, because plans and answers refer to it. */
public enum ExerciseStatus {
    ACTIVE("In use"),
    RETIRED("Retired");

    private final String label;

    ExerciseStatus(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    String label() {
        return label;
    }

    boolean canBecome(ExerciseStatus next) {
        return switch (this) {
            case ACTIVE -> next == RETIRED;
            case RETIRED -> next == ACTIVE;
        };
    }
}
