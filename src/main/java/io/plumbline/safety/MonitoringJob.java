package io.plumbline.safety;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises monitored flags again, each on its day, on one node at a time. A flag has a version, so that a node whose
 * lease has expired raises none twice.
 */
@Component
class MonitoringJob {
    private final SafetyService safety;
    private final SystemActor system;

    MonitoringJob(SafetyService safety, SystemActor system) {
        this.safety = safety;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT1M")
    @SchedulerLock(name = "monitored-flags")
    void ring() {
        system.call(safety::raiseMonitoredAgain);
    }
}
