package io.plumbline.leads.duplicates;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Component;

/**
 * Searches for duplicates of the queued patients and leads, newest first, on one node at a time. Each run is limited,
 * so that thousands of records received at once do not slow down the database for users. The node that deletes a queue
 * row does its search, so nodes share the work and nothing is done twice, even if a node continues after its lock has
 * expired.
 */
@Component
class DuplicateSearchRun {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateSearchRun.class);

    private final DuplicateSearchService search;
    private final SystemActor system;

    DuplicateSearchRun(DuplicateSearchService search, SystemActor system) {
        this.search = search;
        this.system = system;
    }

    @SchedulerLock(name = "duplicate-candidates")
    void look() {
        try {
            system.call(search::duePatients)
                    .forEach(patient ->
                            look("patient " + patient, () -> search.look(patient), () -> search.leaveOut(patient)));
            system.call(search::due)
                    .forEach(lead -> look("lead " + lead, () -> search.look(lead), () -> search.leaveOut(lead)));
        } catch (ConcurrencyFailureException | StaleVersion somebodySettlesTheSame) {
            LOG.info("A possible duplicate is locked; the rest is checked in the next run");
        }
    }

    /**
     * One failed search must not stop the others. Spring reports an unreadable stored value as a misuse of the
     * repository.
     */
    private void look(String whom, Supplier<Boolean> search, Supplier<Boolean> leaveOut) {
        try {
            system.call(search);
        } catch (Refused
                | IllegalArgumentException
                | IllegalStateException
                | InvalidDataAccessApiUsageException unreadable) {
            LOG.warn(
                    "Possible duplicates of {} cannot be looked for: {}",
                    whom,
                    unreadable.getClass().getSimpleName());
            system.call(leaveOut);
        }
    }
}
