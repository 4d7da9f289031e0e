package io.plumbline.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./portal bench} is asked.
 *
 * @param json a file for the figures; null where none is wanted
 * @param leads how many at least; a fifth as many as patients come anyway
 * @param plans how many at least; a twentieth of the patients has one anyway, and more are copies of these
 * @param only a regular expression for the names of the calls that are measured, and no process then; empty for all
 */
record BenchOptions(
        int patients,
        int leads,
        int plans,
        boolean mysql,
        @Nullable Path json,
        String only) {
    static final String USAGE =
            "usage: ./portal bench [--patients N] [--leads N] [--plans N] [--mysql] [--json FILE] [--only NAME], patients from 1,000 to 2,000,000,"
                    + " otherwise 10,000, leads otherwise a fifth of them, plans otherwise a twentieth; fewer than that are measured for correctness, with too few rounds to judge by";

    private static final int USUAL = 10_000;
    private static final int LEAST = 1_000;
    private static final int MOST = 2_000_000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if they are not understood
     */
    static BenchOptions of(List<String> arguments) {
        var options = new BenchOptions(USUAL, 0, 0, false, null, "");
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var option = words.next();
            if (!option.equals("--mysql") && !words.hasNext()) {
                throw new IllegalArgumentException(USAGE);
            }
            options = switch (option) {
                case "--patients" ->
                    new BenchOptions(
                            size(words.next()),
                            options.leads,
                            options.plans,
                            options.mysql,
                            options.json,
                            options.only);
                case "--leads" ->
                    new BenchOptions(
                            options.patients,
                            size(words.next()),
                            options.plans,
                            options.mysql,
                            options.json,
                            options.only);
                case "--plans" ->
                    new BenchOptions(
                            options.patients,
                            options.leads,
                            size(words.next()),
                            options.mysql,
                            options.json,
                            options.only);
                case "--mysql" ->
                    new BenchOptions(options.patients, options.leads, options.plans, true, options.json, options.only);
                case "--json" ->
                    new BenchOptions(
                            options.patients,
                            options.leads,
                            options.plans,
                            options.mysql,
                            Path.of(words.next()),
                            options.only);
                case "--only" ->
                    new BenchOptions(
                            options.patients, options.leads, options.plans, options.mysql, options.json, words.next());
                default -> throw new IllegalArgumentException(USAGE);
            };
        }
        return options;
    }

    /** How much is measured for these options. */
    Effort effort() {
        return patients < USUAL ? Effort.SMALL : Effort.FULL;
    }

    private static int size(String digits) {
        var size = digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
        if (size < LEAST || size > MOST) {
            throw new IllegalArgumentException(USAGE);
        }
        return size;
    }
}
