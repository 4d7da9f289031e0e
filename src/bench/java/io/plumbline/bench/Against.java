package io.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./portal bench --against JAR}: this build beside another, in turns, so that what the machine does meanwhile
 * falls on both. Each has a demo clinic of its own, since an older build cannot read the store of a newer one.
 */
final class Against {
    private static final int ROUNDS = 5;

    private final Path ours;
    private final Path other;
    private final PrintStream err;

    Against(Path ours, Path other, PrintStream err) {
        this.ours = ours;
        this.other = other;
        this.err = err;
    }

    /** The median of each figure, of both builds, and how many times the other's ours is. */
    String table() throws IOException {
        var folder = Files.createTempDirectory("against");
        try {
            err.println("preparing both builds");
            var builds = List.of(
                    new ComparedBuild(ours, folder.resolve("ours")), new ComparedBuild(other, folder.resolve("other")));
            var measured = List.<Map<String, List<Double>>>of(new LinkedHashMap<>(), new LinkedHashMap<>());
            for (int round = 0; round < ROUNDS; round++) {
                for (int turn = 0; turn < builds.size(); turn++) {
                    // who is first in one round is last in the next
                    var which = (round + turn) % builds.size();
                    err.println("round " + (round + 1) + " of " + ROUNDS + ", " + (which == 0 ? "this build" : other));
                    builds.get(which).measure().forEach((name, figure) -> measured.get(which)
                            .computeIfAbsent(name, first -> new ArrayList<>())
                            .add(figure));
                }
            }
            return told(measured.getFirst(), measured.getLast());
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    static String told(Map<String, List<Double>> ours, Map<String, List<Double>> others) {
        return String.format(Locale.ENGLISH, "%-28s %12s %12s %8s%n", "median of rounds", "this", "other", "ratio")
                + ours.keySet().stream()
                        .filter(others::containsKey)
                        .map(name -> line(name, median(ours.get(name)), median(others.get(name))))
                        .collect(Collectors.joining());
    }

    private static String line(String name, double ours, double other) {
        return String.format(Locale.ENGLISH, "%-28s %12.2f %12.2f %8.2f%n", name, ours, other, ours / other);
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
