package io.plumbline.notes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Goes through notes in batches, in the order of their ids, each in a transaction of its own that also keeps how far it
 * has come; after a restart it goes on there. Only the node that moves on from where it began reads a batch, so that one
 * whose lease has expired repeats nothing.
 */
public final class NoteBatches {
    private static final Logger LOG = LoggerFactory.getLogger(NoteBatches.class);
    private static final int NOTES_AT_ONCE = 100;

    /** A run ends well within the lease. */
    private static final int BATCHES_AT_ONCE = 20;

    private final Source notes;
    private final String progress;
    private final int row;
    private final String done;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    /** Finds the ids of the notes after one, in their order. */
    @FunctionalInterface
    public interface Source {
        /** Returns at most so many ids; none if there are no more notes. */
        List<UUID> findAfter(UUID last, int most);
    }

    /**
     * Creates the batches of one job.
     *
     * @param progress the table with a row that keeps the last note; null there if all are read
     * @param row the id of that row
     * @param done what is logged when all are read
     */
    public NoteBatches(
            Source notes, String progress, int row, String done, JdbcClient jdbc, TransactionOperations transaction) {
        this.notes = notes;
        this.progress = progress;
        this.row = row;
        this.done = done;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Creates the batches of a job that reads the signed session notes, with its progress in the first row.
     *
     * @param progress the table with the row that keeps the last note
     * @param done what is logged when all are read
     */
    public static NoteBatches ofSigned(
            String progress, String done, JdbcClient jdbc, TransactionOperations transaction) {
        Source signed = (last, most) -> jdbc.sql(
                        "select id from session_note where id > ? and status <> 'DRAFT' order by id limit ?")
                .params(last, most)
                .query(UUID.class)
                .list();
        return new NoteBatches(signed, progress, 1, done, jdbc, transaction);
    }

    /** Returns whether there are notes that have not been read. */
    public boolean isDue() {
        return last().isPresent();
    }

    /** Reads the next batches of notes, given by their ids, within the transaction of each batch. */
    public void readNext(Consumer<List<UUID>> read) {
        for (int batch = 0; batch < BATCHES_AT_ONCE && readBatch(read); batch++) {
            LOG.debug("{} more notes are read, by {}", NOTES_AT_ONCE, progress);
        }
    }

    /** Returns whether there may be more. */
    private boolean readBatch(Consumer<List<UUID>> read) {
        return Objects.requireNonNull(transaction.execute(
                status -> last().filter(last -> readAfter(last, read)).isPresent()));
    }

    private boolean readAfter(UUID last, Consumer<List<UUID>> read) {
        var ids = notes.findAfter(last, NOTES_AT_ONCE);
        var isMine = jdbc.sql("update " + progress + " set last_note_id = ? where id = ? and last_note_id = ?")
                        .param(ids.isEmpty() ? null : ids.getLast())
                        .param(row)
                        .param(last)
                        .update()
                > 0;
        if (!isMine) {
            return false;
        }
        if (ids.isEmpty()) {
            LOG.info(done);
            return false;
        }
        read.accept(ids);
        return true;
    }

    /** Returns up to which note all have been read; empty if there is no more to read. */
    private Optional<UUID> last() {
        return jdbc.sql("select last_note_id from " + progress + " where id = ? and last_note_id is not null")
                .param(row)
                .query(UUID.class)
                .optional();
    }
}
