package io.plumbline.demo;

import io.plumbline.demo.DemoSessions.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The pain of a course, visit by visit. One that improves falls, rests and flares up once; none seems worse than it is to
 * the step rules, and what flares up falls between two measurements.
 */
final class DemoPains {
    /** Most of the change comes in the first weeks. */
    private static final double FALLS_EARLY = 0.3;

    private static final int LONG = 8;

    /** A course that stays the same, but for a good day now and then. */
    private static final List<Integer> STAYS = List.of(0, 0, -1, 0, 0, 0, -1, 0, 1, 0, -1, 0);

    private static final List<Integer> WORSENS = List.of(5, 6, 6, 7, 8);

    private DemoPains() {}

    /** The pain on arrival and on leaving, 0 to 10. */
    record Felt(int before, int after) {}

    /**
     * Returns the pain of each visit. With two visits on a day, the second begins with the pain at the end of the first.
     *
     * @param number the random seed
     * @param ends the least pain that the course reaches
     */
    static List<Felt> of(int number, Trend trend, int ends, List<DemoTaper.Slot> visits) {
        var seeded = new Random(number);
        var days = visits.stream().map(DemoTaper.Slot::week).distinct().toList();
        var isPaired = days.size() < visits.size();
        var arrivals = arrivals(number, trend, ends, days, isPaired, seeded);
        var felt = new ArrayList<Felt>();
        for (int n = 0; n < visits.size(); n++) {
            var day = days.indexOf(visits.get(n).week());
            var isSecond = n > 0 && visits.get(n - 1).week() == visits.get(n).week();
            var isFirstOfTwo = n + 1 < visits.size()
                    && visits.get(n + 1).week() == visits.get(n).week();
            var before = isSecond ? felt.getLast().after() : arrivals.get(day);
            var eases =
                    switch (trend) {
                        case WORSENS -> isFirstOfTwo || day % 2 == 1 ? 0 : day == 0 ? 1 : -1;
                        case IMPROVES, STAYS -> eases(number, n, before, isFirstOfTwo, seeded);
                    };
            // what is left for the second visit of a day
            felt.add(new Felt(before, Math.clamp(before - eases, isFirstOfTwo ? 1 : 0, 10)));
        }
        return felt;
    }

    private static int eases(int number, int visit, int before, boolean isFirstOfTwo, Random seeded) {
        if (number % 4 == 1 && visit == 3 && !isFirstOfTwo) {
            return -1;
        }
        var lot = seeded.nextInt(10);
        if (isFirstOfTwo || before < 4) {
            return lot < 3 ? 0 : 1;
        }
        return lot < 2 ? 0 : lot < 7 ? 1 : 2;
    }

    private static List<Integer> arrivals(
            int number, Trend trend, int ends, List<Integer> days, boolean isPaired, Random seeded) {
        var start = trend == Trend.WORSENS ? 5 : 5 + number % 3;
        var end = Math.max(ends, start - 4 - seeded.nextInt(2));
        var last = Math.max(1, days.getLast());
        var arrivals = new ArrayList<Integer>();
        for (int day = 0; day < days.size(); day++) {
            arrivals.add(
                    switch (trend) {
                        case STAYS -> start + (isPaired ? 0 : STAYS.get(day % STAYS.size()));
                        case WORSENS -> WORSENS.get(Math.min(day, WORSENS.size() - 1));
                        case IMPROVES ->
                            Math.toIntExact(Math.round(
                                    start + (end - start) * Math.pow((double) days.get(day) / last, FALLS_EARLY)));
                    });
        }
        if (trend == Trend.IMPROVES && days.size() >= LONG) {
            var flare = flare(number, days);
            arrivals.set(flare, Math.min(start, arrivals.get(flare) + (isPaired ? 1 : 2)));
        }
        return arrivals;
    }

    /** Returns a day past the middle on which nothing is measured, since a measurement is due every four weeks. */
    private static int flare(int number, List<Integer> days) {
        var from = days.size() / 2 + number % 2;
        for (int day = from; day < days.size() - 1; day++) {
            if (days.get(day) % 4 != 0) {
                return day;
            }
        }
        return from;
    }
}
