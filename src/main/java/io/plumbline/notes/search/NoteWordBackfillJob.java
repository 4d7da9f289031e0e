package io.plumbline.notes.search;

import io.plumbline.shared.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads older notes for their words every two seconds, until all are read. Takes the lease only if there is work. */
@Component
class NoteWordBackfillJob {
    private static final Logger LOG = LoggerFactory.getLogger(NoteWordBackfillJob.class);

    private final NoteWordBackfill backfill;

    /** Nothing makes it due again: a note that is signed now has its words at once. */
    private volatile boolean isDone;

    NoteWordBackfillJob(NoteWordBackfill backfill) {
        this.backfill = backfill;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void ring() {
        if (isDone) {
            return;
        }
        try {
            if (backfill.isDue()) {
                backfill.readNext();
            } else {
                isDone = true;
            }
        } catch (DataAccessException | TransactionException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                throw failed;
            }
            LOG.debug("Older notes are not read while the database is away", failed);
        }
    }
}
