package io.plumbline.notes.search;

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
 * Stores the words of the notes that were signed before there was a search, in batches, each in a transaction of its own
 * that also keeps how far it has come; after a restart it goes on there. Only the node that moves on from where it began
 * reads a batch, so that one whose lease has expired repeats nothing.
 */
@Component
class NoteWordBackfill {
    private static final Logger LOG = LoggerFactory.getLogger(NoteWordBackfill.class);
    private static final int NOTES_AT_ONCE = 100;

    /** A run ends well within the lease. */
    private static final int BATCHES_AT_ONCE = 20;

    private final NoteTextQuery texts;
    private final NoteWordStore words;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    NoteWordBackfill(NoteTextQuery texts, NoteWordStore words, JdbcClient jdbc, TransactionOperations transaction) {
        this.texts = texts;
        this.words = words;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Returns whether there are notes that have not been read. */
    boolean isDue() {
        return last().isPresent();
    }

    /** Reads the next notes, by one node at a time. */
    @SchedulerLock(name = "note-words")
    void readNext() {
        for (int batch = 0; batch < BATCHES_AT_ONCE && readBatch(); batch++) {
            LOG.debug("The words of {} more session notes are stored", NOTES_AT_ONCE);
        }
    }

    /** Returns whether there may be more. */
    private boolean readBatch() {
        return Objects.requireNonNull(
                transaction.execute(status -> last().filter(this::readAfter).isPresent()));
    }

    private boolean readAfter(UUID last) {
        var ids = jdbc.sql("select id from session_note where id > ? and status <> 'DRAFT' order by id limit ?")
                .params(Ids.bytes(last), NOTES_AT_ONCE)
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .list();
        var isMine = jdbc.sql("update note_word_backfill set last_note_id = ? where id = 1 and last_note_id = ?")
                        .param(ids.isEmpty() ? null : Ids.bytes(ids.getLast()))
                        .param(Ids.bytes(last))
                        .update()
                > 0;
        if (!isMine) {
            return false;
        }
        var found = texts.find(ids);
        ids.stream().map(found::get).filter(Objects::nonNull).forEach(note -> words.add(note, note.words()));
        if (ids.isEmpty()) {
            LOG.info("The words of all signed session notes are stored");
        }
        return !ids.isEmpty();
    }

    /** Returns up to which note all have been read; empty if there is no more to read. */
    private Optional<UUID> last() {
        return jdbc.sql("select last_note_id from note_word_backfill where id = 1 and last_note_id is not null")
                .query((row, n) -> Ids.uuid(row.getBytes("last_note_id")))
                .optional();
    }
}
