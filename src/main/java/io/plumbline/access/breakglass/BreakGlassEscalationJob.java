package io.plumbline.access.breakglass;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts overdue reviews on record every five minutes, on one node at a time; a second node escalates none twice. */
@Component
class BreakGlassEscalationJob {
    private final BreakGlassEscalationService escalations;
    private final SystemActor system;

    BreakGlassEscalationJob(BreakGlassEscalationService escalations, SystemActor system) {
        this.escalations = escalations;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT5M")
    @SchedulerLock(name = "break-glass-reviews")
    void ring() {
        system.call(escalations::escalate);
    }
}
