package io.plumbline.leads.queue;

import io.plumbline.access.SystemActor;
import io.plumbline.leads.FollowUpRecalculationService;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreAway;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends nurture on its date, moves leads whose window has ended to their next one, and escalates overdue leads; runs on
 * one node at a time. Recalculating a large queue may outlast the lock, and another node then starts as well. Each
 * change is still made once: the end of nurture checks the version, a moved or recalculated follow-up checks the
 * previous value, and an escalation is conditional on its update.
 */
@Component
class FollowUpJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUpJob.class);

    private final LeadFollowUpService leads;
    private final EscalationService escalations;
    private final FollowUpRecalculationService recounts;
    private final SystemActor system;

    FollowUpJob(
            LeadFollowUpService leads,
            EscalationService escalations,
            FollowUpRecalculationService recounts,
            SystemActor system) {
        this.leads = leads;
        this.escalations = escalations;
        this.recounts = recounts;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT30S")
    @SchedulerLock(name = "lead-follow-ups")
    void ring() {
        // first, so that no escalation is sent for a response target that the new business hours still meet
        recount();
        system.call(leads::wake);
        system.call(leads::moveOn);
        system.call(escalations::escalate);
    }

    /** A failed recalculation must not stop the end of nurture or the notification of managers. */
    private void recount() {
        try {
            system.call(recounts::recount);
        } catch (DataAccessException | IllegalArgumentException | Refused | IllegalStateException failed) {
            if (StoreAway.isCauseOf(failed)) {
                LOG.debug("Follow-ups are not recalculated while the database is away", failed);
                return;
            }
            LOG.error("Follow-ups are not recalculated after a change of hours; it is tried again", failed);
        }
    }
}
