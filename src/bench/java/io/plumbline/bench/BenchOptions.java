package io.plumbline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./portal bench} is asked.
 *
 * @param json a file for the figures; null where none is wanted
 * @param leads how many at least; a fifth as many as patients come anyway
 * @param plans how many at least; a twentieth of the patients has one anyway, and more are copies of these
 * @param trail rows of an audit trail that is measured as a part of its own; 0 for none
 * @param only a regular expression for the names of the calls that are measured, and no process then; empty for all
 * @param against the jar of another build, with which this one is compared instead; null where none is wanted
 */
record BenchOptions(
        int patients,
        int leads,
        int plans,
        int trail,
        boolean mysql,
        @Nullable Path json,
        String only,
        @Nullable Path against) {
    static final String USAGE =
            "usage: ./portal bench [--patients N] [--leads N] [--plans N] [--trail N] [--mysql] [--json FILE] [--only NAME] [--against JAR], patients from 1,000 to 2,000,000,"
                    + " otherwise 10,000, leads otherwise a fifth of them, plans otherwise a twentieth, rows of a long audit trail otherwise none; fewer than that are measured for correctness, with too few rounds to judge by";

    private static final int USUAL = 10_000;
    private static final int LEAST = 1_000;
    private static final int MOST = 2_000_000;
    private static final int LONGEST_TRAIL = 50_000_000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if they are not understood
     */
    static BenchOptions of(List<String> arguments) {
        var options = new BenchOptions(USUAL, 0, 0, 0, false, null, "", null);
        for (var words = arguments.iterator(); words.hasNext(); ) {
            options = options.with(words.next(), words);
        }
        return options;
    }

    private BenchOptions with(String option, Iterator<String> words) {
        if (option.equals("--mysql")) {
            return new BenchOptions(patients, leads, plans, trail, true, json, only, against);
        }
        if (!words.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        var word = words.next();
        return switch (option) {
            case "--patients" -> new BenchOptions(size(word, MOST), leads, plans, trail, mysql, json, only, against);
            case "--leads" -> new BenchOptions(patients, size(word, MOST), plans, trail, mysql, json, only, against);
            case "--plans" -> new BenchOptions(patients, leads, size(word, MOST), trail, mysql, json, only, against);
            case "--trail" ->
                new BenchOptions(patients, leads, plans, size(word, LONGEST_TRAIL), mysql, json, only, against);
            case "--json" -> new BenchOptions(patients, leads, plans, trail, mysql, Path.of(word), only, against);
            case "--only" -> new BenchOptions(patients, leads, plans, trail, mysql, json, word, against);
            case "--against" ->
                new BenchOptions(patients, leads, plans, trail, mysql, json, only, readable(Path.of(word)));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Path readable(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new IllegalArgumentException("There is no jar " + jar + " to compare with.");
        }
        return jar;
    }

    /** How much is measured for these options. */
    Effort effort() {
        return patients < USUAL ? Effort.SMALL : Effort.FULL;
    }

    private static int size(String digits, int most) {
        var size = digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
        if (size < LEAST || size > most) {
            throw new IllegalArgumentException(USAGE);
        }
        return size;
    }
}
