package io.plumbline.leads.erasure;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases leads and requests whose time has come, on one node at a time. A node whose lock has expired erases nothing
 * twice, because each lead is locked and looked at once more.
 */
@Component
class LeadErasureJob {
    private static final Logger LOG = LoggerFactory.getLogger(LeadErasureJob.class);
    private static final int MOST_LEADS_AT_ONCE = 100;
    private static final int MOST_REQUESTS_AT_ONCE = 500;

    private final LeadErasureService erasure;
    private final SystemActor system;

    LeadErasureJob(LeadErasureService erasure, SystemActor system) {
        this.erasure = erasure;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT5M")
    @SchedulerLock(name = "lead-erasure")
    void ring() {
        var leads = system.call(() -> erasure.eraseLeads(MOST_LEADS_AT_ONCE));
        var requests = system.call(() -> erasure.eraseRequests(MOST_REQUESTS_AT_ONCE));
        if (leads + requests > 0) {
            LOG.info("Erased the people of {} leads and {} requests of the public form", leads, requests);
        }
    }
}
