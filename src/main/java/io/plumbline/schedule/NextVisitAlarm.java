package io.plumbline.schedule;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves the next visit in patients' headers on, once the time of a visit is over that nobody closed: one node at a time.
 * Which visit is the next is asked while the header is held, so that a node whose lease has lapsed writes what is true too.
 */
@Component
class NextVisitAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(NextVisitAlarm.class);
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
    @SchedulerLock(name = "next-visits")
    void ring() {
        var moved = system.call(() -> {
            var passed = appointments.withPassedVisit(since, MOST_AT_ONCE);
            passed.forEach(this::moveOn);
            return passed.size();
        });
        if (moved < MOST_AT_ONCE) {
            since = LocalDate.now(clock).minusDays(2);
        }
    }

    /** One whose row somebody else holds waits for the next round, and holds up nobody. */
    private void moveOn(PatientId patient) {
        try {
            appointments.moveNextVisitOn(patient);
        } catch (PessimisticLockingFailureException heldByAnother) {
            LOG.info("A next visit is moved on in the next round", heldByAnother);
        }
    }
}
