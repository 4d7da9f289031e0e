package io.plumbline.notes.search;

import io.plumbline.notes.backfill.SignedNoteBatches;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the words of the notes that were signed before there was a search. */
@Component
class NoteWordBackfill {
    private final NoteTextQuery texts;
    private final NoteWordStore words;
    private final SignedNoteBatches batches;

    NoteWordBackfill(NoteTextQuery texts, NoteWordStore words, JdbcClient jdbc, TransactionOperations transaction) {
        this.texts = texts;
        this.words = words;
        batches = new SignedNoteBatches(
                "note_word_backfill", "The words of all signed session notes are stored", jdbc, transaction);
    }

    /** Returns whether there are notes that have not been read. */
    boolean isDue() {
        return batches.isDue();
    }

    /** Reads the next notes, by one node at a time. */
    @SchedulerLock(name = "note-words")
    void readNext() {
        batches.readNext(this::read);
    }

    private void read(List<UUID> notes) {
        var found = texts.find(notes);
        notes.stream().map(found::get).filter(Objects::nonNull).forEach(note -> words.add(note.key(), note.words()));
    }
}
