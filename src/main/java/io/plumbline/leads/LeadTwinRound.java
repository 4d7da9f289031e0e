package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
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
            system.call(search::duePatients)
                    .forEach(patient ->
                            look("patient " + patient, () -> search.look(patient), () -> search.leaveOut(patient)));
            system.call(search::due)
                    .forEach(lead -> look("lead " + lead, () -> search.look(lead), () -> search.leaveOut(lead)));
        } catch (ConcurrencyFailureException somebodySettlesTheSame) {
            LOG.info("A possible duplicate is being worked on; what is left is looked for at the next round");
        }
    }

    /** One that cannot be looked for keeps no other from being; what a repository cannot read is called a wrong use of it. */
    private void look(String whom, Supplier<Boolean> search, Supplier<Boolean> leaveOut) {
        try {
            system.call(search);
        } catch (IllegalArgumentException | IllegalStateException | InvalidDataAccessApiUsageException unreadable) {
            LOG.warn(
                    "Possible duplicates of {} cannot be looked for: {}",
                    whom,
                    unreadable.getClass().getSimpleName());
            system.call(leaveOut);
        }
    }
}
