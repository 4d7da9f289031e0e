package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The expectation in exports.csv. */
public final class Exports {
    private static final String COLUMNS = "file,offeredBy,method,reason,row";

    private Exports() {}

    /** How much is asked of the person. */
    public enum Reason {
        YES,
        REQUEST,
        NO,
        PUBLIC
    }

    /** One way out: the file, the class that offers it, the service that is asked, and what it leaves. */
    public record Line(String file, String offeredBy, String method, Reason reason, String row) {
        public boolean isOnRecord() {
            return !row.equals("none");
        }
    }

    public static List<Line> lines() {
        try (var in = Objects.requireNonNull(Exports.class.getResourceAsStream("/exports.csv"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            if (!lines.getFirst().equals(COLUMNS)) {
                throw new IllegalStateException("exports.csv has other columns: " + lines.getFirst());
            }
            return lines.stream().skip(1).map(Exports::line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var cells = text.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalStateException("exports.csv: " + text);
        }
        return new Line(cells[0], cells[1], cells[2], Reason.valueOf(cells[3].toUpperCase(Locale.ROOT)), cells[4]);
    }
}
