package io.plumbline.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exercises of the demo sessions, in two orders, and their doses: more from session to session, less on a bad day. */
final class DemoExercises {
    private static final List<Program> FIRST = DemoTexts.rows("programs-first.json", Program[].class);
    private static final List<Program> SECOND = DemoTexts.rows("programs-second.json", Program[].class);
    private static final List<Dose> DOSES = DemoTexts.rows("doses.json", Dose[].class);

    private DemoExercises() {}

    /** Exercises of the library that were done, and of these those that were taught. */
    record Program(List<String> done, List<String> taught) {}

    /** How much of an exercise is done: a number of times, or for some seconds. */
    record Dose(int sets, int repetitions, int seconds) {}

    /**
     * Returns what is done in a session.
     *
     * @param nth which session of the patient it is, from 0
     */
    static Program of(int course, int nth) {
        var programs = course % 2 == 0 ? FIRST : SECOND;
        return programs.get(Math.min(nth, programs.size() - 1));
    }

    static int sets(int level) {
        return at(level).sets();
    }

    /** Returns how often an exercise is done in a set; null if it is held. */
    static @Nullable Integer repetitions(String slug, int level) {
        return isHeld(slug) ? null : at(level).repetitions();
    }

    /** Returns how long an exercise is held; null if it is repeated. */
    static @Nullable Integer seconds(String slug, int level) {
        return isHeld(slug) ? at(level).seconds() : null;
    }

    /** Returns the dose as therapists write it. */
    static String words(String slug, int level) {
        var dose = at(level);
        return dose.sets() + " × " + (isHeld(slug) ? dose.seconds() + " s" : dose.repetitions());
    }

    private static Dose at(int level) {
        return DOSES.get(Math.clamp(level, 0, DOSES.size() - 1));
    }

    private static boolean isHeld(String slug) {
        return slug.endsWith("plank") || slug.equals("knee-to-chest");
    }
}
