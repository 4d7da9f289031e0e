package io.plumbline.notes.share;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.ids.Ids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the notes that were signed before there was a report, in batches, each in a transaction of its own that also
 * keeps how far it has come; after a restart it goes on there.
 */
@Component
class CarriedShareBackfill {
    private static final Logger LOG = LoggerFactory.getLogger(CarriedShareBackfill.class);
    private static final int NOTES_AT_ONCE = 100;

    /** A run ends well within the lease. */
    private static final int BATCHES_AT_ONCE = 20;

    private final CarriedShareStore shares;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SystemActor system;

    CarriedShareBackfill(
            CarriedShareStore shares, JdbcClient jdbc, TransactionOperations transaction, SystemActor system) {
        this.shares = shares;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.system = system;
    }

    /** Returns whether there are notes that have not been counted. */
    boolean isDue() {
        return last().isPresent();
    }

    /** Counts the next notes, by one node at a time. */
    @SchedulerLock(name = "note-carried-share")
    void countNext() {
        for (int batch = 0; batch < BATCHES_AT_ONCE && countBatch(); batch++) {
            LOG.debug("{} more session notes are counted", NOTES_AT_ONCE);
        }
    }

    /** Returns whether there may be more. */
    private boolean countBatch() {
        return Objects.requireNonNull(
                transaction.execute(status -> last().filter(this::countAfter).isPresent()));
    }

    private boolean countAfter(UUID last) {
        var ids = jdbc.sql("select id from session_note where id > ? and status <> 'DRAFT' order by id limit ?")
                .params(Ids.bytes(last), NOTES_AT_ONCE)
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .list();
        // only the node that moves on from where it began counts a batch
        var isMine =
                jdbc.sql("update note_carried_share_backfill set last_note_id = ? where id = 1 and last_note_id = ?")
                                .param(ids.isEmpty() ? null : Ids.bytes(ids.getLast()))
                                .param(Ids.bytes(last))
                                .update()
                        > 0;
        if (!isMine) {
            return false;
        }
        // counting asks for the time zone of each clinic
        system.call(() -> {
            shares.count(ids);
            return ids;
        });
        if (ids.isEmpty()) {
            LOG.info("All signed session notes are counted");
        }
        return !ids.isEmpty();
    }

    /** Returns up to which note all have been counted; empty if there is no more to count. */
    private Optional<UUID> last() {
        return jdbc.sql(
                        "select last_note_id from note_carried_share_backfill where id = 1 and last_note_id is not null")
                .query((row, n) -> Ids.uuid(row.getBytes("last_note_id")))
                .optional();
    }
}
