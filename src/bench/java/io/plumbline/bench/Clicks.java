package io.plumbline.bench;

import io.plumbline.uidl.UidlTab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The clicks of people who are signed in, while something else goes on. */
final class Clicks {
    private Clicks() {}

    /** Lets people click for as long as something takes; how many milliseconds each click took. */
    static List<Double> during(List<UidlTab> tabs, Runnable something) {
        var isOver = new AtomicBoolean();
        var took = new ConcurrentLinkedQueue<Double>();
        var working = new ArrayList<Future<?>>();
        try (var people = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            try {
                for (var tab : tabs) {
                    working.add(people.submit(() -> work(tab, isOver, took)));
                }
                something.run();
            } finally {
                isOver.set(true);
            }
            for (var one : working) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A person could not work on", failed);
        }
        return List.copyOf(took);
    }

    private static void work(UidlTab tab, AtomicBoolean isOver, Queue<Double> took) {
        while (!isOver.get()) {
            for (var place : List.of("leads", "leads/list", "patients", "leads/board")) {
                var began = System.nanoTime();
                tab.go(place);
                took.add((System.nanoTime() - began) / 1e6);
                // as people do, who also read
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** Lets people click for a while in which nothing else goes on. */
    static List<Double> undisturbed(List<UidlTab> tabs, Duration lasts) {
        return during(tabs, () -> LockSupport.parkNanos(lasts.toNanos()));
    }

    /** The time below which a part of the clicks lies; 0 of none. */
    static double percentile(List<Double> times, double part) {
        var sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.floor((sorted.size() - 1) * part));
    }
}
