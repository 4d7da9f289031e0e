package io.plumbline.notes.share;

import io.plumbline.access.SystemActor;
import io.plumbline.notes.NoteBatches;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts the notes that were signed before there was a report. */
@Component
class CarriedShareBackfill {
    private final CarriedShareStore shares;
    private final NoteBatches batches;
    private final SystemActor system;

    CarriedShareBackfill(
            CarriedShareStore shares, JdbcClient jdbc, TransactionOperations transaction, SystemActor system) {
        this.shares = shares;
        this.system = system;
        batches = NoteBatches.ofSigned(
                "note_carried_share_backfill", "All signed session notes are counted", jdbc, transaction);
    }

    /** Returns whether there are notes that have not been counted. */
    boolean isDue() {
        return batches.isDue();
    }

    /** Counts the next notes, by one node at a time. */
    @SchedulerLock(name = "note-carried-share")
    void countNext() {
        batches.readNext(this::count);
    }

    private void count(List<UUID> notes) {
        // counting asks for the time zone of each clinic
        system.run(() -> shares.count(notes));
    }
}
