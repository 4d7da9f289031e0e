package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Looks for others of the patients and leads that are due, the newest first: one node at a time, and so many a round, so
 * that thousands who come at once do not keep the store from those who work. Whoever deletes the row of what is due looks
 * for it, so a node that goes on after its lease shares the work with the next, and nothing is done twice.
 */
@Component
class LeadTwinRound {
    private static final Logger LOG = LoggerFactory.getLogger(LeadTwinRound.class);

    private final LeadTwinSearchService search;
    private final SystemActor system;

    LeadTwinRound(LeadTwinSearchService search, SystemActor system) {
        this.search = search;
        this.system = system;
    }

    @SchedulerLock(name = "lead-twins")
    void look() {
        try {
            system.call(search::duePatients).forEach(patient -> system.call(() -> search.look(patient)));
            system.call(search::due).forEach(this::look);
        } catch (ConcurrencyFailureException somebodySettlesTheSame) {
            LOG.info("A possible duplicate is being worked on; what is left is looked for at the next round");
        }
    }

    /** One that cannot be looked for keeps no other from being. */
    private void look(LeadId lead) {
        try {
            system.call(() -> search.look(lead));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            LOG.warn(
                    "Possible duplicates of lead {} cannot be looked for: {}",
                    lead,
                    unreadable.getClass().getSimpleName());
            system.call(() -> search.leaveOut(lead));
        }
    }
}
