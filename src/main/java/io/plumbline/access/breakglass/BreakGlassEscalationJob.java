package io.plumbline.access.breakglass;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Puts overdue reviews on record every five minutes, on one node at a time; a second node escalates none twice. */
@Component
class BreakGlassEscalationJob {
    private static final Logger LOG = LoggerFactory.getLogger(BreakGlassEscalationJob.class);

    private final BreakGlassEscalationService escalations;
    private final SystemActor system;

    BreakGlassEscalationJob(BreakGlassEscalationService escalations, SystemActor system) {
        this.escalations = escalations;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT5M")
    @SchedulerLock(name = "break-glass-reviews")
    void ring() {
        try {
            system.call(escalations::escalate);
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("Overdue reviews cannot be read this time; they are looked at at the next round", storeIsAway);
        }
    }
}
