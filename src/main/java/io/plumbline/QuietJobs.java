package io.plumbline;

import io.plumbline.shared.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** A job that meets a store that is away goes on at its next round; {@link StoreHealth} has said it once for all of them. */
@Component
class QuietJobs implements ThreadPoolTaskSchedulerCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(QuietJobs.class);

    @Override
    public void customize(ThreadPoolTaskScheduler jobs) {
        jobs.setErrorHandler(QuietJobs::failed);
    }

    static void failed(Throwable failure) {
        if (StoreAway.isCauseOf(failure)) {
            LOG.debug("A job rests while the database is away", failure);
        } else {
            LOG.error("A job failed and is done again at its next round", failure);
        }
    }
}
