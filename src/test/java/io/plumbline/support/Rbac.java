package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The expectation in rbac.csv. */
public final class Rbac {
    public static final List<String> SIGNED_IN =
            List.of("manager", "frontdesk", "chiropractor", "therapist", "auditor", "admin");

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("nobody"), Stream.concat(SIGNED_IN.stream(), Stream.of("system")))
            .toList();

    private Rbac() {}

    /** One line: what it is about, and for each column whether it is allowed. */
    public record Line(String kind, String name, Map<String, Boolean> allowed) {}

    public static List<Line> lines(String kind) {
        return all().filter(line -> line.kind().equals(kind)).toList();
    }

    private static Stream<Line> all() {
        try (var in = Objects.requireNonNull(Rbac.class.getResourceAsStream("/rbac.csv"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            if (!lines.getFirst().equals("kind,name," + String.join(",", COLUMNS))) {
                throw new IllegalStateException("rbac.csv has other columns: " + lines.getFirst());
            }
            return lines.stream().skip(1).map(Rbac::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var cells = text.split(",", -1);
        if (cells.length != COLUMNS.size() + 2) {
            throw new IllegalStateException("rbac.csv: " + text);
        }
        var allowed = new LinkedHashMap<String, Boolean>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            allowed.put(
                    COLUMNS.get(i),
                    switch (cells[i + 2]) {
                        case "yes" -> true;
                        case "no" -> false;
                        default -> throw new IllegalStateException("rbac.csv: " + text);
                    });
        }
        return new Line(cells[0], cells[1], allowed);
    }
}
