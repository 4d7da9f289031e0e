package io.plumbline.exercises;

/**
 * In how many answers an exercise is named.
 *
 * @param in those that name it
 * @param of those that there are
 * @param isImported whether these answers are in the answer bank; else they are those that the library's source counted
 */
public record ExerciseNamed(long in, long of, boolean isImported) {
    /** How many answers the source of the library had. */
    static final int SOURCE_ANSWERS = 40;

    static ExerciseNamed of(long in, long all, int inSource) {
        return all == 0 ? new ExerciseNamed(inSource, SOURCE_ANSWERS, false) : new ExerciseNamed(in, all, true);
    }

    /** In words: <em>Named by 6 of 40</em>. */
    public String words() {
        return isImported ? "Named by " + in + " of " + of : "Source: named by " + in + " of " + of;
    }

    /** The same in a sentence. */
    public String sentence() {
        return isImported
                ? in + " of the " + of + " imported answers name it."
                : "No answers are imported; the library's source counted " + in + " of " + of + " answers.";
    }
}
