package io.plumbline.leads.clock;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Schedules the next attempt after an unanswered one: after an hour of callable time and, if the call window allows it,
 * in another part of the day.
 */
public final class NextAttempt {
    /** Callable time between two attempts. */
    public static final Duration WAIT = Duration.ofHours(1);

    private NextAttempt() {}

    /** Returns the follow-up after an attempt; empty if the clinic is not open for that long within a year. */
    static Optional<NextFollowUp> after(Instant attempt, CallTimes times, CallWindow window) {
        var soonest = followUp(attempt, WAIT, times, window);
        var part = partAt(attempt, times);
        return soonest.filter(followUp -> part.isPresent() && part.equals(partAt(followUp.at(), times)))
                .flatMap(followUp ->
                        followUp(endOf(part.orElseThrow(), followUp.at(), times), Duration.ZERO, times, window))
                .filter(later -> !part.equals(partAt(later.at(), times)))
                .or(() -> soonest);
    }

    /** Returns the part of the day at a clinic; empty before the first, after the last and between parts. */
    public static Optional<DayPartHours> partAt(Instant at, CallTimes times) {
        var time = LocalTime.ofInstant(at, times.businessTime().zone());
        return times.dayParts().stream()
                .filter(part -> !time.isBefore(part.startsAt()) && time.isBefore(part.endsAt()))
                .findFirst();
    }

    private static Instant endOf(DayPartHours part, Instant within, CallTimes times) {
        var zone = times.businessTime().zone();
        return within.atZone(zone)
                .toLocalDate()
                .atTime(part.endsAt())
                .atZone(zone)
                .toInstant();
    }

    private static Optional<NextFollowUp> followUp(Instant from, Duration wait, CallTimes times, CallWindow window) {
        return CallClock.of(times.businessTime(), times.dayParts(), window, from)
                .followUpAfter(wait, times.target());
    }
}
