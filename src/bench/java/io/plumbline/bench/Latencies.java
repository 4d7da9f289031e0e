package io.plumbline.bench;

import java.util.ArrayList;
import java.util.List;

/** How long the two halves of a pair took, round by round, in nanoseconds. */
final class Latencies {
    private static final double MOVED = 0.3;
    private static final double MILLION = 1e6;

    private final List<Long> service = new ArrayList<>();
    private final List<Long> jdbc = new ArrayList<>();

    void service(long nanos) {
        service.add(nanos);
    }

    void jdbc(long nanos) {
        jdbc.add(nanos);
    }

    double serviceMs(double share) {
        return quantile(service, share);
    }

    double jdbcMs(double share) {
        return quantile(jdbc, share);
    }

    /** Whether the half that the portal has no part in changed while it was measured: then the machine did. */
    boolean hasMoved() {
        var middle = jdbc.size() / 2;
        var first = quantile(jdbc.subList(0, middle), 0.5);
        var second = quantile(jdbc.subList(middle, jdbc.size()), 0.5);
        return Math.abs(second - first) > MOVED * first;
    }

    /** The value below which a share of all lies, in milliseconds. */
    static double quantile(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1)) / MILLION;
    }
}
