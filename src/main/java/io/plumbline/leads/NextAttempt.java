package io.plumbline.leads;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When somebody is called again who was not reached: in an hour of time for calls, and in another part of the day than
 * this one where the times that suit them have another.
 */
final class NextAttempt {
    /** So much time for calls lies between two attempts. */
    static final Duration WAIT = Duration.ofHours(1);

    private NextAttempt() {}

    /** The next touch after an attempt; empty where the clinic does not open for so long within a year. */
    static Optional<NextTouch> after(Instant attempt, CallTimes times, CallWindow window) {
        var soonest = touch(attempt, WAIT, times, window);
        var part = partAt(attempt, times);
        return soonest.filter(touch -> part.isPresent() && part.equals(partAt(touch.at(), times)))
                .flatMap(touch -> touch(endOf(part.orElseThrow(), touch.at(), times), Duration.ZERO, times, window))
                .filter(later -> !part.equals(partAt(later.at(), times)))
                .or(() -> soonest);
    }

    /** The part of the day in which something happens at a clinic; empty before the first, after the last and between. */
    static Optional<DayPartHours> partAt(Instant at, CallTimes times) {
        var time = LocalTime.ofInstant(at, times.opening().zone());
        return times.dayParts().stream()
                .filter(part -> !time.isBefore(part.startsAt()) && time.isBefore(part.endsAt()))
                .findFirst();
    }

    private static Instant endOf(DayPartHours part, Instant within, CallTimes times) {
        var zone = times.opening().zone();
        return within.atZone(zone)
                .toLocalDate()
                .atTime(part.endsAt())
                .atZone(zone)
                .toInstant();
    }

    private static Optional<NextTouch> touch(Instant from, Duration wait, CallTimes times, CallWindow window) {
        return CallClock.of(times.opening(), times.dayParts(), window, from).touchAfter(wait, times.promise());
    }
}
