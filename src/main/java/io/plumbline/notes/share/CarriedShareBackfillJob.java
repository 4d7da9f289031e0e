package io.plumbline.notes.share;

import io.plumbline.shared.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts older notes every two seconds, until all are counted. Takes the lease only if there is work. */
@Component
class CarriedShareBackfillJob {
    private static final Logger LOG = LoggerFactory.getLogger(CarriedShareBackfillJob.class);

    private final CarriedShareBackfill backfill;

    /** Nothing makes it due again: a note that is signed now is counted at once. */
    private volatile boolean isDone;

    CarriedShareBackfillJob(CarriedShareBackfill backfill) {
        this.backfill = backfill;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void ring() {
        if (isDone) {
            return;
        }
        try {
            if (backfill.isDue()) {
                backfill.countNext();
            } else {
                isDone = true;
            }
        } catch (DataAccessException | TransactionException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                throw failed;
            }
            LOG.debug("Older notes are not counted while the database is away", failed);
        }
    }
}
