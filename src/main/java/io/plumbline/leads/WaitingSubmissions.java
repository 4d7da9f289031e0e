package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sorts what was kept and could not be sorted at once: one node at a time. Each request is sorted under its own lock, and
 * one that is sorted already is left, so that a node whose lease has lapsed makes no second lead.
 */
@Component
class WaitingSubmissions {
    private final PublicIntake intake;
    private final SystemActor system;

    WaitingSubmissions(PublicIntake intake, SystemActor system) {
        this.intake = intake;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT1M")
    @SchedulerLock(name = "waiting-submissions")
    void sort() {
        system.call(intake::sortWaiting);
    }
}
