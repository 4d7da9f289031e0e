package io.plumbline.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a run has measured.
 *
 * @param load of the machine when it began
 * @param process figures of the packaged portal by their names; empty where only calls were asked for
 * @param limits of those figures that are judged, by their names
 */
record BenchReport(double load, List<Measured> calls, Map<String, Double> process, Map<String, Double> limits) {
    String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** The figures as people read them. */
    String table() {
        var rows = calls.stream()
                .map(call -> String.format(
                        Locale.ENGLISH,
                        "%-44s %8.2f %8.2f %8.2f %6.1f %+7.2f %4d %6d%n",
                        call.name(),
                        call.p50Ms(),
                        call.p95Ms(),
                        call.jdbcP50Ms(),
                        call.p50Ms() / call.jdbcP50Ms(),
                        call.p50Ms() - call.jdbcP50Ms(),
                        call.statements(),
                        call.rowsRead()))
                .collect(Collectors.joining());
        var figures = process.entrySet().stream()
                .map(figure -> String.format(
                        Locale.ENGLISH, "%-44s %10.2f%s%n", figure.getKey(), figure.getValue(), limit(figure.getKey())))
                .collect(Collectors.joining());
        return String.format(
                Locale.ENGLISH,
                "load %.2f%n%-44s %8s %8s %8s %6s %7s %4s %6s%n%s%s",
                load,
                "call",
                "p50 ms",
                "p95 ms",
                "by hand",
                "ratio",
                "more",
                "sql",
                "rows",
                rows,
                figures);
    }

    private String limit(String figure) {
        var most = limits.get(figure);
        return most == null ? "" : String.format(Locale.ENGLISH, "  %s %.2f", isAbove(figure) ? "ABOVE" : "<=", most);
    }

    private boolean isAbove(String figure) {
        // what could not be computed is not below its limit
        return limits.containsKey(figure) && !(process.getOrDefault(figure, 0.0) <= limits.get(figure));
    }

    /** The names of the figures that are above their limits. */
    List<String> above() {
        return process.keySet().stream().filter(this::isAbove).toList();
    }
}
