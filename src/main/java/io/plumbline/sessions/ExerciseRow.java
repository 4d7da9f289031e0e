package io.plumbline.sessions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ExerciseId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise of the library in a session.
 *
 * @param name its name in the library when it was recorded
 * @param taught whether the patient was taught it
 * @param done whether the patient did it in the session
 * @param sets 1 to 20
 * @param repetitions of each set, 1 to 200
 * @param holdSeconds 1 to 600
 * @param load weight or band, at most 40 characters
 * @param formCheck how it was performed, at most 200 characters
 */
public record ExerciseRow(
        ExerciseId exercise,
        String name,
        boolean taught,
        boolean done,
        @Nullable Integer sets,
        @Nullable Integer repetitions,
        @Nullable Integer holdSeconds,
        String load,
        String formCheck) {
    /** The most sets. */
    public static final int MOST_SETS = 20;

    /** The most repetitions of a set. */
    public static final int MOST_REPETITIONS = 200;

    /** The longest hold, in seconds. */
    public static final int LONGEST_HOLD = 600;

    public ExerciseRow {
        requireWithin(name + ", sets", sets, MOST_SETS);
        requireWithin(name + ", repetitions", repetitions, MOST_REPETITIONS);
        requireWithin(name + ", hold", holdSeconds, LONGEST_HOLD);
        load = TextLimit.optional("The load of " + name, load, 40);
        formCheck = TextLimit.optional("The form check of " + name, formCheck, 200);
    }

    /** Creates a row for an exercise that the patient did, without a dose. */
    public static ExerciseRow of(ExerciseId exercise, String name) {
        return new ExerciseRow(exercise, name, false, true, null, null, null, "", "");
    }

    /** Returns the exercise as it is planned: with its dose, neither taught nor done yet, without a form check. */
    public ExerciseRow planned() {
        return new ExerciseRow(exercise, name, false, false, sets, repetitions, holdSeconds, load, "");
    }

    /** Returns whether the row says that the patient was taught the exercise or did it. */
    @JsonIgnore
    public boolean isRecorded() {
        return taught || done;
    }

    /** Returns the exercise with its dose in words, as it is planned. */
    public String plannedWords() {
        return dose().isEmpty() ? name : name + ": " + dose();
    }

    /** Returns the dose in words; empty if none is recorded. */
    public String dose() {
        var parts = new ArrayList<String>();
        if (sets != null) {
            parts.add(sets + (sets == 1 ? " set" : " sets"));
        }
        if (repetitions != null) {
            parts.add(repetitions + (repetitions == 1 ? " repetition" : " repetitions"));
        }
        if (holdSeconds != null) {
            parts.add("hold " + holdSeconds + " s");
        }
        if (!load.isEmpty()) {
            parts.add(load);
        }
        return String.join(" × ", parts);
    }

    /** Returns the row in words. */
    public String words() {
        var what = taught && done ? "taught and done" : taught ? "taught" : done ? "done" : "";
        return name + ": "
                + List.of(what, dose(), formCheck).stream()
                        .filter(part -> !part.isEmpty())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("not recorded");
    }

    private static void requireWithin(String what, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new Refused(what + ": 1 to " + most);
        }
    }
}
