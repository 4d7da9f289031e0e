package io.plumbline.schedule;

import io.plumbline.access.SystemActor;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves the next visit in patients' headers on, once the time of a visit is over that nobody closed. */
@Component
class NextVisitAlarm {
    private static final int MOST_AT_ONCE = 200;

    private final AppointmentService appointments;
    private final SystemActor system;
    private final Clock clock;

    /** The first round looks at all, also at what passed while the portal stood still. */
    private LocalDate since = LocalDate.EPOCH;

    NextVisitAlarm(AppointmentService appointments, SystemActor system, Clock clock) {
        this.appointments = appointments;
        this.system = system;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void ring() {
        var moved = system.call(() -> {
            var passed = appointments.withPassedVisit(since, MOST_AT_ONCE);
            passed.forEach(appointments::moveNextVisitOn);
            return passed.size();
        });
        if (moved < MOST_AT_ONCE) {
            since = LocalDate.now(clock).minusDays(2);
        }
    }
}
