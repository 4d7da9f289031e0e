package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sorts what was kept and could not be sorted at once. */
@Component
class WaitingSubmissions {
    private final PublicIntake intake;
    private final SystemActor system;

    WaitingSubmissions(PublicIntake intake, SystemActor system) {
        this.intake = intake;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void sort() {
        system.call(intake::sortWaiting);
    }
}
