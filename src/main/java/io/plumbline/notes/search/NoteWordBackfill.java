package io.plumbline.notes.search;

import io.plumbline.notes.NoteBatches;
import io.plumbline.shared.ids.OldNoteId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the words of the notes that were signed, or imported, before there was a search for them. */
@Component
class NoteWordBackfill {
    private static final String PROGRESS = "note_word_backfill";

    /** An old note may be as long as a book: fewer of them in a transaction, and one at a time in memory. */
    private static final int OLD_NOTES_AT_ONCE = 20;

    private final NoteTextQuery texts;
    private final NoteWordStore words;
    private final OldNoteTexts oldTexts;
    private final OldNoteWords oldWords;
    private final NoteBatches signed;
    private final NoteBatches old;

    NoteWordBackfill(
            NoteTextQuery texts,
            NoteWordStore words,
            OldNoteTexts oldTexts,
            OldNoteWords oldWords,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.texts = texts;
        this.words = words;
        this.oldTexts = oldTexts;
        this.oldWords = oldWords;
        signed = NoteBatches.ofSigned(PROGRESS, "The words of all signed session notes are stored", jdbc, transaction);
        old = new NoteBatches(
                (last, most) -> oldTexts.findAfter(last, OLD_NOTES_AT_ONCE),
                PROGRESS,
                2,
                "The words of all old notes are stored",
                jdbc,
                transaction);
    }

    /** Returns whether there are notes that have not been read. */
    boolean isDue() {
        return signed.isDue() || old.isDue();
    }

    /** Reads the next notes, by one node at a time. */
    @SchedulerLock(name = "note-words")
    void readNext() {
        signed.readNext(this::readSigned);
        old.readNext(this::readOld);
    }

    private void readSigned(List<UUID> notes) {
        var found = texts.find(notes);
        notes.stream().map(found::get).filter(Objects::nonNull).forEach(note -> words.add(note.key(), note.words()));
    }

    private void readOld(List<UUID> notes) {
        notes.forEach(note -> oldTexts.lock(new OldNoteId(note)).ifPresent(oldWords::add));
    }
}
