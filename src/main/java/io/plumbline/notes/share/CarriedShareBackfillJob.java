package io.plumbline.notes.share;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts older notes every two seconds, until all are counted. Takes the lease only if there is work. */
@Component
class CarriedShareBackfillJob {
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
        if (backfill.isDue()) {
            backfill.countNext();
        } else {
            isDone = true;
        }
    }
}
