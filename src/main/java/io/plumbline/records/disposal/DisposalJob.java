package io.plumbline.records.disposal;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Searches for records whose retention has ended, and disposes of those that two people approved, on one node at a time.
 * A node whose lock has expired disposes of nothing twice, because each record is taken once.
 */
@Component
class DisposalJob {
    private static final Logger LOG = LoggerFactory.getLogger(DisposalJob.class);
    private static final int MOST_SEARCHED_AT_ONCE = 500;
    private static final int SEARCHES = 4;
    private static final int MOST_DISPOSED_AT_ONCE = 50;

    private final CandidateSearchService search;
    private final DisposalRunService disposals;
    private final SystemActor system;

    DisposalJob(CandidateSearchService search, DisposalRunService disposals, SystemActor system) {
        this.search = search;
        this.disposals = disposals;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1M")
    @SchedulerLock(name = "disposal")
    void ring() {
        var settled = system.call(() -> disposals.run(MOST_DISPOSED_AT_ONCE));
        if (settled > 0) {
            LOG.info("Disposed of or kept the records of {} patients on approved lists", settled);
        }
        for (var round = 0; round < SEARCHES; round++) {
            if (!system.call(() -> search.search(MOST_SEARCHED_AT_ONCE))) {
                break;
            }
        }
    }
}
