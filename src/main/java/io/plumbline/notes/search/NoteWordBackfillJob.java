package io.plumbline.notes.search;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads older notes for their words every two seconds, until all are read. Takes the lease only if there is work. */
@Component
class NoteWordBackfillJob {
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
        if (backfill.isDue()) {
            backfill.readNext();
        } else {
            isDone = true;
        }
    }
}
