package io.plumbline.jobs;

import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Lets jobs that fail continue at their next run. The health of the store logs once for all of them that the database
 * is unavailable; what a person or another node changes at the same moment is no failure either.
 */
@Component
class JobErrorHandler implements ThreadPoolTaskSchedulerCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(JobErrorHandler.class);

    @Override
    public void customize(ThreadPoolTaskScheduler jobs) {
        jobs.setErrorHandler(JobErrorHandler::failed);
    }

    static void failed(Throwable failure) {
        if (StoreAway.isCauseOf(failure)) {
            LOG.debug("Jobs pause while the database is away", failure);
        } else if (isMadeByAnother(failure)) {
            LOG.info("A job met a change by another and is done again at its next round", failure);
        } else {
            LOG.error("A job failed and is done again at its next round", failure);
        }
    }

    private static boolean isMadeByAnother(Throwable failure) {
        return failure instanceof StaleVersion
                || failure instanceof ConcurrencyFailureException
                || failure instanceof DuplicateKeyException;
    }
}
