package io.plumbline.leads.clock;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Schedules the next follow-up of a lead by the business hours of its queue. A lead of the group is scheduled by the
 * clinic that can call first.
 */
@Component
public class FollowUpScheduler {
    /** Response target while no clinic has business hours; elapsed time counts then. */
    private static final Duration USUAL_RESPONSE_TARGET = Duration.ofMinutes(15);

    private final ClinicService clinics;

    FollowUpScheduler(ClinicService clinics) {
        this.clinics = clinics;
    }

    /**
     * Returns the next follow-up after a wait.
     *
     * @param wait the callable time to pass before it
     */
    public NextFollowUp after(Duration wait, ClinicId queue, CallWindow window, Instant from) {
        return timesOf(queue)
                .flatMap(times -> clock(times, window, from).followUpAfter(wait, times.target()).stream())
                .min(Comparator.comparing(NextFollowUp::at))
                .orElseGet(() -> NextFollowUp.at(from.plus(wait), USUAL_RESPONSE_TARGET));
    }

    /** Returns the clinic that calls first; empty if none has business hours yet. */
    public Optional<ClinicId> caller(ClinicId queue, CallWindow window, Instant from) {
        return clinics.callTimes().entrySet().stream()
                .filter(clinic -> queue.equals(LeadQueue.GROUP) || queue.equals(clinic.getKey()))
                .flatMap(clinic -> clock(clinic.getValue(), window, from)
                        .followUpAfter(Duration.ZERO, clinic.getValue().target())
                        .map(followUp -> Map.entry(clinic.getKey(), followUp))
                        .stream())
                .min(Comparator.comparing(found -> found.getValue().at()))
                .map(Map.Entry::getKey);
    }

    /** Returns a follow-up that is overdue after this much business time, whatever the call window. */
    public NextFollowUp withinBusinessHours(Duration target, ClinicId queue, Instant from) {
        return timesOf(queue)
                .flatMap(times -> clock(times, CallWindow.ANY_TIME, from).followUpAfter(Duration.ZERO, target).stream())
                .min(Comparator.comparing(NextFollowUp::overdueAt))
                .orElseGet(() -> NextFollowUp.at(from, target));
    }

    /** Returns whether a follow-up lies within the call window; one outside it was set without regard to the window. */
    public boolean suits(Instant followUp, ClinicId queue, CallWindow window) {
        return timesOf(queue)
                .anyMatch(times -> window.suits(
                        LocalDateTime.ofInstant(followUp, times.businessTime().zone()), times.dayParts()));
    }

    private static CallClock clock(CallTimes times, CallWindow window, Instant from) {
        return CallClock.of(times.businessTime(), times.dayParts(), window, from);
    }

    /** Returns the earliest next follow-up. */
    public NextFollowUp from(Instant from, ClinicId queue, CallWindow window) {
        return after(Duration.ZERO, queue, window, from);
    }

    /** Returns the next follow-up after an unanswered attempt. */
    public NextFollowUp again(ClinicId queue, CallWindow window, Instant from) {
        return timesOf(queue)
                .flatMap(times -> NextAttempt.after(from, times, window).stream())
                .min(Comparator.comparing(NextFollowUp::at))
                .orElseGet(() -> NextFollowUp.at(from.plus(NextAttempt.WAIT), USUAL_RESPONSE_TARGET));
    }

    /** Returns the business time of a queue between two instants; for the group the longest of all clinics. */
    public Duration businessTime(ClinicId queue, Instant from, Instant until) {
        return timesOf(queue)
                .map(times -> times.businessTime().between(from, until))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Duration.between(from, until));
    }

    /** Returns the call times of the clinic of a queue; for the group those of all clinics. */
    public Stream<CallTimes> timesOf(ClinicId queue) {
        var all = clinics.callTimes();
        return queue.equals(LeadQueue.GROUP) ? all.values().stream() : Optional.ofNullable(all.get(queue)).stream();
    }
}
