package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How much work a start is until the portal answers: seconds of a processor, the median of rounds in any order. */
final class ColdStart {
    private static final double SECOND = 1e9;

    private ColdStart() {}

    static Map<String, Double> of(OwnStore store, Path folder, int rounds) {
        var ways = Map.of(
                "coldStartCpuS", StartCache.packed(),
                "coldStartUnpackedCpuS", StartCache.unpacked(),
                "coldStartAotCpuS", StartCache.asLaunched());
        var taken = new HashMap<String, List<Long>>();
        var order = new ArrayList<>(ways.keySet());
        var random = new Random(rounds);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (var way : order) {
                try (var portal = PortalProcess.start(ways.get(way), folder, store.environment())) {
                    taken.computeIfAbsent(way, none -> new ArrayList<>())
                            .add(portal.cpu().toNanos());
                }
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        taken.forEach((way, nanos) ->
                medians.put(way, nanos.stream().sorted().toList().get(rounds / 2) / SECOND));
        return medians;
    }

    /** A duration in milliseconds, with what is below one. */
    static double ms(Duration taken) {
        return taken.toNanos() / (SECOND / 1000);
    }
}
