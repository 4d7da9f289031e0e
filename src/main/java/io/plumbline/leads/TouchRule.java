package io.plumbline.leads;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sets the next touch of a lead by the clock of its queue; what no clinic prefers is called by the one that can first. */
@Component
class TouchRule {
    /** Where no clinic has hours yet an hour is an hour, and this is promised. */
    private static final Duration USUAL_PROMISE = Duration.ofMinutes(15);

    private final ClinicService clinics;

    TouchRule(ClinicService clinics) {
        this.clinics = clinics;
    }

    /**
     * The next touch.
     *
     * @param wait how much time for calls is to pass before it
     */
    NextTouch after(Duration wait, ClinicId queue, CallWindow window, Instant from) {
        return timesOf(queue)
                .flatMap(times -> clock(times, window, from).touchAfter(wait, times.promise()).stream())
                .min(Comparator.comparing(NextTouch::at))
                .orElseGet(() -> NextTouch.at(from.plus(wait), USUAL_PROMISE));
    }

    /** Which clinic calls first; empty where none has hours yet. */
    Optional<ClinicId> caller(ClinicId queue, CallWindow window, Instant from) {
        return clinics.callTimes().entrySet().stream()
                .filter(clinic -> queue.equals(Lead.GROUP) || queue.equals(clinic.getKey()))
                .flatMap(clinic -> clock(clinic.getValue(), window, from)
                        .touchAfter(Duration.ZERO, clinic.getValue().promise())
                        .map(touch -> Map.entry(clinic.getKey(), touch))
                        .stream())
                .min(Comparator.comparing(found -> found.getValue().at()))
                .map(Map.Entry::getKey);
    }

    /** A touch that is late once so much opening time has passed, whenever the person may be called. */
    NextTouch withinOpening(Duration promise, ClinicId queue, Instant from) {
        return timesOf(queue)
                .flatMap(times -> clock(times, CallWindow.ANY_TIME, from).touchAfter(Duration.ZERO, promise).stream())
                .min(Comparator.comparing(NextTouch::overdueAt))
                .orElseGet(() -> NextTouch.at(from, promise));
    }

    /** Whether a touch may have been set for the times that suit the person; what lies outside them was set for any. */
    boolean suits(Instant touch, ClinicId queue, CallWindow window) {
        return timesOf(queue)
                .anyMatch(times -> window.suits(
                        LocalDateTime.ofInstant(touch, times.opening().zone()), times.dayParts()));
    }

    private static CallClock clock(CallTimes times, CallWindow window, Instant from) {
        return CallClock.of(times.opening(), times.dayParts(), window, from);
    }

    /** The next touch as soon as may be. */
    NextTouch from(Instant from, ClinicId queue, CallWindow window) {
        return after(Duration.ZERO, queue, window, from);
    }

    /** The next touch of somebody who was not reached. */
    NextTouch again(ClinicId queue, CallWindow window, Instant from) {
        return timesOf(queue)
                .flatMap(times -> NextAttempt.after(from, times, window).stream())
                .min(Comparator.comparing(NextTouch::at))
                .orElseGet(() -> NextTouch.at(from.plus(NextAttempt.WAIT), USUAL_PROMISE));
    }

    /** The opening time of a queue between two instants; the group's is that of the clinic that was open longest. */
    Duration openingTime(ClinicId queue, Instant from, Instant until) {
        return timesOf(queue)
                .map(times -> times.opening().between(from, until))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Duration.between(from, until));
    }

    /** What a queue's promise runs in: the times of its clinic, by name of all clinics where it is no clinic's. */
    Stream<CallTimes> timesOf(ClinicId queue) {
        var all = clinics.callTimes();
        return queue.equals(Lead.GROUP) ? all.values().stream() : Optional.ofNullable(all.get(queue)).stream();
    }
}
