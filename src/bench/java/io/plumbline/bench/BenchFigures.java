package io.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run has measured so far. Each measurement is in the file as soon as it is made: a later one may fail. */
final class BenchFigures {
    private final @Nullable Path file;
    private final List<Measured> calls = new ArrayList<>();
    private final Map<String, Double> process = new LinkedHashMap<>();
    private final Map<String, Double> limits = new LinkedHashMap<>();
    private double load;

    /** @param file null where none is asked for */
    BenchFigures(@Nullable Path file) {
        this.file = file;
    }

    void beginAt(double load) {
        this.load = load;
        write();
    }

    void add(Measured call) {
        calls.add(call);
        write();
    }

    void add(Map<String, Double> figures) {
        process.putAll(figures);
        write();
    }

    /** Judges figures of these names: none may be above its limit. */
    void judge(Map<String, Double> most) {
        limits.putAll(most);
    }

    BenchReport report() {
        return new BenchReport(load, List.copyOf(calls), new LinkedHashMap<>(process), new LinkedHashMap<>(limits));
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, report().json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
