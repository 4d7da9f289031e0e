package io.plumbline.schedule;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Updates the next visit in patients' headers once a visit has passed without a final status, on one node at a time.
 * The next visit is read while the header is locked, so that even a node whose lease has expired writes the correct
 * value.
 */
@Component
class NextVisitJob {
    private static final Logger LOG = LoggerFactory.getLogger(NextVisitJob.class);
    private static final int MOST_AT_ONCE = 200;

    private final AppointmentService appointments;
    private final SystemActor system;
    private final Clock clock;

    /** The first run reads everything, including visits that passed while the portal was down. */
    private LocalDate since = LocalDate.EPOCH;

    NextVisitJob(AppointmentService appointments, SystemActor system, Clock clock) {
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

    /** Leaves a patient whose row is locked to the next run, so that the others need not wait. */
    private void moveOn(PatientId patient) {
        try {
            appointments.moveNextVisitOn(patient);
        } catch (PessimisticLockingFailureException heldByAnother) {
            LOG.info("A next visit is updated in the next run", heldByAnother);
        }
    }
}
