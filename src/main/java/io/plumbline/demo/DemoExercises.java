package io.plumbline.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exercises of the demo sessions, in two orders, and their doses: more from session to session, less on a bad day. */
final class DemoExercises {
    private static final List<Program> FIRST = List.of(
            program("pelvic-tilt, bridge", "pelvic-tilt, bridge"),
            program("pelvic-tilt, bridge", ""),
            program("bridge, bird-dog", "bird-dog"),
            program("bridge, bird-dog", ""),
            program("bridge, bird-dog, plank", "plank"),
            program("bird-dog, plank", ""),
            program("bird-dog, plank, hip-hinge", "hip-hinge"),
            program("plank, hip-hinge", ""),
            program("plank, hip-hinge", ""));

    private static final List<Program> SECOND = List.of(
            program("cat-cow, bridge", "cat-cow, bridge"),
            program("cat-cow, knee-to-chest, bridge", "knee-to-chest"),
            program("bridge, hip-hinge", "hip-hinge"),
            program("bridge, hip-hinge", ""),
            program("hip-hinge, bird-dog", "bird-dog"),
            program("hip-hinge, bird-dog", ""),
            program("bird-dog, side-plank", "side-plank"),
            program("bird-dog, side-plank", ""),
            program("hip-hinge, side-plank", ""));

    private static final List<Dose> DOSES = List.of(
            new Dose(2, 8, 10),
            new Dose(2, 10, 15),
            new Dose(2, 12, 20),
            new Dose(3, 10, 20),
            new Dose(3, 12, 25),
            new Dose(3, 15, 30),
            new Dose(3, 16, 40),
            new Dose(3, 18, 45));

    private DemoExercises() {}

    /** Exercises of the library that were done, and of these those that were taught. */
    record Program(List<String> done, List<String> taught) {}

    /** How much of an exercise is done: a number of times, or for some seconds. */
    private record Dose(int sets, int repetitions, int seconds) {}

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

    private static Program program(String done, String taught) {
        return new Program(
                List.of(done.split(", ", -1)), taught.isEmpty() ? List.of() : List.of(taught.split(", ", -1)));
    }
}
