package io.plumbline.recalls;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every two seconds whether a patient is due for a look: after a change, or because their day has come, which for
 * those who went quiet is at midnight. Takes the lease only if there is work.
 */
@Component
class RecallCheckJob {
    private static final Logger LOG = LoggerFactory.getLogger(RecallCheckJob.class);

    private final RecallCheckService checks;
    private final RecallCheckRun run;
    private final SystemActor system;

    RecallCheckJob(RecallCheckService checks, RecallCheckRun run, SystemActor system) {
        this.checks = checks;
        this.run = run;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void ring() {
        try {
            if (!system.call(() -> checks.due(1)).isEmpty()) {
                run.look();
            }
        } catch (DataAccessException | TransactionException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                throw failed;
            }
            LOG.debug("The recall board is not kept while the database is away", failed);
        }
    }
}
