package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.StoreAway;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the leads that rest, each on its day, moves on those whose time for a call is over, and tells of those that are
 * late: one node at a time. Counting a large queue anew may take longer than the lease, and another node then begins: a
 * lead is woken by its version, its touch moved on and counted by the touch that was read, and its manager told by a
 * condition of the update, so each of it is done once.
 */
@Component
class TouchAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(TouchAlarm.class);

    private final LeadClockService leads;
    private final LeadRecountService recounts;
    private final SystemActor system;

    TouchAlarm(LeadClockService leads, LeadRecountService recounts, SystemActor system) {
        this.leads = leads;
        this.recounts = recounts;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT30S")
    @SchedulerLock(name = "lead-touches")
    void ring() {
        // before anybody is told that a promise has passed which the new hours keep
        recount();
        try {
            system.call(leads::wake);
            system.call(leads::moveOn);
            system.call(leads::escalate);
        } catch (ObjectOptimisticLockingFailureException somebodyWorksOnOne) {
            LOG.info("A resting lead is being worked on; it is woken at the next round");
        }
    }

    /** Whatever keeps a queue from being counted anew keeps no lead from being woken and no manager from being told. */
    private void recount() {
        try {
            system.call(recounts::recount);
        } catch (DataAccessException | IllegalArgumentException | IllegalStateException failed) {
            if (StoreAway.isCauseOf(failed)) {
                LOG.debug("Leads are not counted anew while the database is away", failed);
                return;
            }
            LOG.error("Leads are not counted anew by the hours that changed; it is tried again", failed);
        }
    }
}
