package io.plumbline.exercises;

/**
 * How many answers mention an exercise.
 *
 * @param in number of answers that mention it
 * @param of total number of answers
 * @param isImported whether the answers are in the answer bank; if false, the library's source counted them
 */
public record ExerciseNamed(long in, long of, boolean isImported) {
    /** The number of answers in the source of the library. */
    static final int SOURCE_ANSWERS = 40;

    static ExerciseNamed of(long in, long all, int inSource) {
        return all == 0 ? new ExerciseNamed(inSource, SOURCE_ANSWERS, false) : new ExerciseNamed(in, all, true);
    }

    /** Returns a short text such as <em>Named by 6 of 40</em>. */
    public String words() {
        return isImported ? "Named by " + in + " of " + of : "Source: named by " + in + " of " + of;
    }

    /** Returns the same as a sentence. */
    public String sentence() {
        return isImported
                ? in + " of the " + of + " imported answers name this exercise."
                : "No answers are imported; the library's source counted " + in + " of " + of + " answers.";
    }
}
