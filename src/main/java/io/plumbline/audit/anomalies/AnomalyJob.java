package io.plumbline.audit.anomalies;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Searches the new entries of the trail for anomalies, on one node at a time. How far the search got is in the store, so
 * a node whose lease has expired searches nothing twice.
 */
@Component
class AnomalyJob {
    /** A round ends well within the lease; after an outage the rest is searched in the next rounds. */
    private static final int MOST_BATCHES = 20;

    private final AnomalySearch search;
    private final SystemActor system;

    AnomalyJob(AnomalySearch search, SystemActor system) {
        this.search = search;
        this.system = system;
    }

    @Scheduled(
            initialDelayString = "${plumbline.audit.anomalies.search-every}",
            fixedDelayString = "${plumbline.audit.anomalies.search-every}")
    @SchedulerLock(name = "audit-anomalies")
    void ring() {
        var batches = 0;
        while (batches < MOST_BATCHES && system.call(search::next)) {
            batches++;
        }
    }
}
