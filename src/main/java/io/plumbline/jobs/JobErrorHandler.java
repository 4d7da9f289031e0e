package io.plumbline.jobs;

import io.plumbline.shared.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Lets jobs that meet an unavailable database continue at their next run; the health of the store logs it once for all of
 * them.
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
        } else {
            LOG.error("A job failed and is done again at its next round", failure);
        }
    }
}
