package io.plumbline.bench;

import io.plumbline.support.Staff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Asks pairs in shuffled rounds, and a pair again whose hand-written half moved while it was measured. */
final class Rounds {
    private static final int REPEATS = 3;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(8);
    private static final long SEED = 4;

    private final Staff staff;
    private final Map<String, Authentication> callers = new HashMap<>();
    private final int warmUp;
    private final int rounds;
    private final Random random = new Random(SEED);

    Rounds(Staff staff, Effort effort) {
        this.staff = staff;
        warmUp = effort.warmUp();
        rounds = effort.rounds();
    }

    /** How often a half may be asked at most: to compare, to warm up, in the rounds, and for its cost. */
    int mostTimes(int mostWarmUp) {
        return 1 + Math.min(warmUp, mostWarmUp) + rounds * (REPEATS + 1) + 1;
    }

    /**
     * Measures them.
     *
     * @param progress told what is done
     * @throws IllegalStateException if the two halves of a pair do not answer the same
     */
    Map<Pair, Latencies> measure(List<Pair> pairs, Consumer<String> progress) throws SQLException {
        for (var pair : pairs) {
            refuseIfDifferent(pair);
            var until = System.nanoTime() + LONGEST_WARM_UP.toNanos();
            for (int i = 0; i < Math.min(warmUp, pair.mostWarmUp()) && System.nanoTime() < until; i++) {
                timed(pair, pair.service());
                timed(pair, pair.jdbc());
            }
        }
        progress.accept("warm");
        var timings = new LinkedHashMap<Pair, Latencies>();
        timings.putAll(asked(pairs));
        for (int repeat = 1; repeat <= REPEATS; repeat++) {
            var moved = timings.entrySet().stream()
                    .filter(entry -> entry.getValue().hasMoved())
                    .map(Map.Entry::getKey)
                    .toList();
            if (moved.isEmpty()) {
                break;
            }
            moved.forEach(pair -> progress.accept(pair.name() + " is measured again"));
            timings.putAll(asked(moved));
        }
        return timings;
    }

    private Map<Pair, Latencies> asked(List<Pair> pairs) throws SQLException {
        var timings = new HashMap<Pair, Latencies>();
        pairs.forEach(pair -> timings.put(pair, new Latencies()));
        var shuffled = new ArrayList<>(pairs);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(shuffled, random);
            for (var pair : shuffled) {
                var timing = timings.get(pair);
                if (random.nextBoolean()) {
                    timing.service(timed(pair, pair.service()));
                    timing.jdbc(timed(pair, pair.jdbc()));
                } else {
                    timing.jdbc(timed(pair, pair.jdbc()));
                    timing.service(timed(pair, pair.service()));
                }
            }
        }
        return timings;
    }

    private void refuseIfDifferent(Pair pair) throws SQLException {
        signIn(pair.who());
        var byService = pair.service().run();
        var byHand = pair.jdbc().run();
        if (!byService.equals(byHand)) {
            throw new IllegalStateException(
                    pair.name() + ": the service answers " + byService + ", and by hand it is " + byHand);
        }
    }

    private long timed(Pair pair, Half half) throws SQLException {
        signIn(pair.who());
        var began = System.nanoTime();
        half.run();
        return System.nanoTime() - began;
    }

    /** Lets this thread act as somebody, by the one sign-in that they have here. */
    void signIn(String who) {
        SecurityContextHolder.setContext(new SecurityContextImpl(callers.computeIfAbsent(who, staff::authentication)));
    }
}
