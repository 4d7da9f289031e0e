package io.plumbline.leads.requests;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Retries the triage of stored submissions, on one node at a time. Each submission is locked and skipped if it has been
 * triaged, so a node whose lock has expired does not create a second lead.
 */
@Component
class SubmissionRetryJob {
    private final PublicIntake intake;
    private final SystemActor system;

    SubmissionRetryJob(PublicIntake intake, SystemActor system) {
        this.intake = intake;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT1M")
    @SchedulerLock(name = "lead-requests")
    void sort() {
        system.call(intake::sortWaiting);
    }
}
